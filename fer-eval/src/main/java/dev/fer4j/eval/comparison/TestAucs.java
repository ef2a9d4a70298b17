package dev.fer4j.eval.comparison;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.Clusters;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The test ROC AUCs of the conditions of a study under one split, as numbers and as
 * participant-level metrics that can be resampled.
 */
final class TestAucs {

    private final StudyResult study;
    private final CategorySplit split;
    private final EvaluationUnit unit;
    private final Map<Condition, List<ClusteredMetric>> metrics = new HashMap<>();
    private final Predictions samples;
    private final Clusters participants;

    TestAucs(StudyResult study, CategorySplit split, EvaluationUnit unit) {
        this.study = study;
        this.split = split;
        this.unit = unit;
        samples = predictions(study.plan().reference(), study.plan().seeds().get(0));
        participants = Clusters.participants(samples);
    }

    private Predictions predictions(Condition condition, Seed seed) {
        return unit.aggregate(study.of(condition, split, seed).test());
    }

    /** A participant-level metric for each of a condition's trainings. */
    List<ClusteredMetric> metrics(Condition condition) {
        return metrics.computeIfAbsent(condition, this::ofTrainings);
    }

    private List<ClusteredMetric> ofTrainings(Condition condition) {
        List<ClusteredMetric> ofTrainings = new ArrayList<>();
        for (Seed seed : study.plan().seeds()) {
            Predictions predictions = predictions(condition, seed);
            checkSameSamples(predictions);
            ofTrainings.add(ClusteredMetric.auc(predictions, participants));
        }
        return ofTrainings;
    }

    /** The mean over a condition's trainings. */
    Outcome mean(Condition condition) {
        return ClusteredMetric.mean(metrics(condition)).value();
    }

    /** The AUC of each condition in its training at the given index, or why it is undefined. */
    Finding<double[]> ofTraining(List<Condition> conditions, int place) {
        return numbers(conditions, condition -> metrics(condition).get(place).value());
    }

    /** The AUC of each condition, averaged over its trainings, or why it is undefined. */
    Finding<double[]> means(List<Condition> conditions) {
        return numbers(conditions, this::mean);
    }

    private static Finding<double[]> numbers(
            List<Condition> conditions, Function<Condition, Outcome> auc) {
        double[] numbers = new double[conditions.size()];
        for (int i = 0; i < numbers.length; i++) {
            Outcome outcome = auc.apply(conditions.get(i));
            if (outcome.value().isEmpty()) {
                return Finding.undefined(
                        "the ROC AUC of "
                                + conditions.get(i).id()
                                + " is undefined: "
                                + outcome.undefinedBecause().orElseThrow());
            }
            numbers[i] = outcome.value().get();
        }
        return Finding.of(numbers);
    }

    private void checkSameSamples(Predictions others) {
        checkArgument(
                samples.size() == others.size(),
                "%s samples cannot be compared with %s",
                others.size(),
                samples.size());
        for (int i = 0; i < samples.size(); i++) {
            Prediction one = samples.all().get(i);
            Prediction other = others.all().get(i);
            checkArgument(
                    one.sample().equals(other.sample())
                            && one.label() == other.label()
                            && one.participant().equals(other.participant()),
                    "at position %s are the samples %s and %s: give the same ones in the same"
                            + " order, with the same label and participant",
                    i,
                    one.sample(),
                    other.sample());
        }
    }
}
