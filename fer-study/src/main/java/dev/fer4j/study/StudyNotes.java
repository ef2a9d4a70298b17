package dev.fer4j.study;

import static java.util.stream.Collectors.toSet;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.RightsCheck;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.design.TrainingMix;
import dev.fer4j.core.people.SimilarIds;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.study.gather.Generators;
import dev.fer4j.study.gather.StudyConditions;
import dev.fer4j.study.gather.StudyData;
import dev.fer4j.study.settings.StudySettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The notes that readers need before the results of a study. */
final class StudyNotes {

    private StudyNotes() {}

    /** Returns notes on data, settings and conditions. */
    static List<String> of(StudyData data, List<Condition> conditions) {
        StudySettings settings = data.settings();
        List<String> notes = new ArrayList<>();
        RightsCheck.of(data.manifests())
                .problems()
                .forEach(p -> notes.add("The " + p.subject() + ": " + p.cause() + "."));
        similarPeople(data).ifPresent(notes::add);
        notes.addAll(unused(data, new StudyConditions(settings, data.names()).unused(conditions)));
        Set<String> others = Generators.of(data.manifests()).others();
        if (!others.isEmpty()) {
            notes.add(
                    "The synthetic images were made by %s, not by StyleGAN2 (generator: %s)."
                            .formatted(String.join(", ", others), String.join(", ", others)));
        }
        mix(settings.mix()).ifPresent(notes::add);
        if (settings.splits().size() > 1) {
            notes.add(
                    "The section \"What went in\" describes only the split "
                            + settings.split().id()
                            + ".");
        }
        settings.data()
                .allowedLeaks()
                .forEach(
                        (kind, reason) ->
                                notes.add(
                                        ("Leaks of the kind %s between splits did not stop this "
                                                        + "study: %s.")
                                                .formatted(kind.noun(), reason)));
        return notes;
    }

    /** Returns a note on people whose ids are similar. */
    static Optional<String> similarPeople(StudyData data) {
        SimilarIds similar =
                SimilarIds.among(
                        data.manifests().stream()
                                .flatMap(manifest -> manifest.samples().stream())
                                .map(Sample::participant)
                                .collect(toSet()));
        return similar.isEmpty() ? Optional.empty() : Optional.of(similar.cause() + ".");
    }

    /** Returns notes on sources that no condition trains on. */
    static List<String> unused(StudyData data, List<String> sources) {
        return data.manifests().stream()
                .filter(manifest -> sources.contains(manifest.source()))
                .map(StudyNotes::unused)
                .toList();
    }

    private static String unused(Manifest manifest) {
        return "Nothing trains on the source %s: its %s images are not used."
                .formatted(manifest.source(), manifest.samples().size());
    }

    /** Returns a note on conditions that have the paper's names but not all images. */
    private static Optional<String> mix(TrainingMix mix) {
        List<String> said = new ArrayList<>();
        mix.caps().forEach((source, cap) -> said.add("at most " + cap + " images of " + source));
        mix.weights()
                .forEach((source, weight) -> said.add("the weight " + weight + " for " + source));
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "In training, every condition has "
                                + String.join(", ", said)
                                + ": conditions with the paper's names are not the paper's"
                                + " conditions.");
    }

    /**
     * Returns notes on conditions whose added sources have no images under some category split,
     * because the people of the synthetic images are not in its training split.
     */
    static List<String> withoutAddedImages(List<Composition> compositions) {
        Map<String, Set<String>> trained = new LinkedHashMap<>();
        for (Composition composition : compositions) {
            Set<String> training =
                    composition.samples(Split.TRAIN).stream().map(Sample::source).collect(toSet());
            if (!composition.condition().isControl()) {
                composition.condition().addedSources().stream()
                        .filter(source -> !training.contains(source))
                        .forEach(
                                source ->
                                        trained.computeIfAbsent(
                                                        composition.condition().title()
                                                                + " has no image of "
                                                                + source,
                                                        condition -> new LinkedHashSet<>())
                                                .add(composition.split().train().toString()));
            }
        }
        return trained.entrySet().stream()
                .map(
                        entry ->
                                entry.getKey()
                                        + " where "
                                        + String.join(" or ", entry.getValue())
                                        + " is trained on: there the source cannot make a"
                                        + " difference, so means over category splits"
                                        + " underestimate its effect.")
                .toList();
    }
}
