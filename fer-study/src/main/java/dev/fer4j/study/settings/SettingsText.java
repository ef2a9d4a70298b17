package dev.fer4j.study.settings;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Control;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.design.TrainingMix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes a study's settings by name. */
final class SettingsText {

    private SettingsText() {}

    /** Returns the settings that affect the result of each training. */
    static Map<String, String> ofEachTraining(StudySettings study) {
        Map<String, String> settings = new LinkedHashMap<>(study.data().configuration());
        settings.putAll(splits(study.splits()));
        if (!study.labelNames().equals(LabelNames.INTEREST)) {
            settings.put(
                    "labels",
                    study.labelNames().positive()
                            + " (positive class) and "
                            + study.labelNames().negative());
        }
        settings.putAll(mix(study.mix()));
        settings.putAll(TrainingPlanText.of(study.training()));
        settings.put(
                "initial weights",
                study.weights().map(TrainingPlanText::of).orElse("random, from the seed"));
        int seeds = study.replication().seeds();
        long first = study.seed().value();
        settings.put(
                seeds == 1 ? "seed" : "seeds",
                seeds == 1 ? Long.toString(first) : first + " to " + (first + seeds - 1));
        return settings;
    }

    /** Returns all settings that affect results. */
    static Map<String, String> of(StudySettings study) {
        Map<String, String> settings = ofEachTraining(study);
        if (!study.conditions().isEmpty()) {
            settings.put(
                    "conditions",
                    study.conditions().stream().map(Condition::id).collect(joining(", ")));
        }
        settings.put(
                "control conditions",
                study.controls().isEmpty()
                        ? "none"
                        : study.controls().stream().map(Control.Means::id).collect(joining(", ")));
        settings.putAll(study.checks().configuration());
        return settings;
    }

    private static Map<String, String> splits(List<CategorySplit> splits) {
        CategorySplit split = splits.get(0);
        Map<String, String> settings = new LinkedHashMap<>();
        if (splits.size() == 1) {
            settings.put("train on", split.train().toString());
            settings.put("validate on", split.validate().toString());
            settings.put("test on", split.test().toString());
        } else {
            settings.put("category splits", "all " + splits.size() + " rotations");
        }
        settings.put(
                "held-out people",
                split.seen()
                        .map(
                                people ->
                                        people.percent()
                                                + " % of each training category's, chosen with"
                                                + " seed "
                                                + people.seed().value())
                        .orElse("none"));
        return settings;
    }

    private static Map<String, String> mix(TrainingMix mix) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("most images", mix.caps().isEmpty() ? "all" : mix.caps().toString());
        settings.put(
                "source weights", mix.weights().isEmpty() ? "all 1" : mix.weights().toString());
        return settings;
    }
}
