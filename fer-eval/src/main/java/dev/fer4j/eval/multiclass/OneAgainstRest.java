package dev.fer4j.eval.multiclass;

import dev.fer4j.eval.internal.CompensatedSum;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.PrArea;
import dev.fer4j.eval.metric.RocCurve;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Ranking of each class against all others, by its own score (F. Provost, P. Domingos,
 * "Well-trained PETs", 2000; scikit-learn's {@code multi_class="ovr"}). A class whose samples are
 * few compared with the rest has its own prevalence: read areas under precision-recall curves
 * beside it.
 *
 * @param classes each class against the rest, in the order of the classes
 */
public record OneAgainstRest(List<OfClass> classes) {

    /**
     * One class against the rest.
     *
     * @param name of the class
     * @param samples that are of the class
     * @param prevalence their share, in [0, 1]; undefined without samples
     * @param auc area under the ROC curve, in [0, 1]; undefined if no sample is of the class, or
     *     all are
     * @param averagePrecision area under the precision-recall curve, in [0, 1]; undefined as the
     *     AUC is
     */
    public record OfClass(
            String name, int samples, Outcome prevalence, Outcome auc, Outcome averagePrecision) {}

    public OneAgainstRest {
        classes = List.copyOf(classes);
    }

    /** Ranks each class against the rest. */
    public static OneAgainstRest of(ClassScores scores) {
        return new OneAgainstRest(
                IntStream.range(0, scores.count()).mapToObj(c -> of(scores, c)).toList());
    }

    private static OfClass of(ClassScores scores, int aClass) {
        RocCurve curve = RocCurve.of(scores.areOf(aClass), scores.scoresFor(aClass));
        String name = scores.classes().get(aClass);
        int samples = scores.samplesOf(aClass);
        return new OfClass(
                name,
                samples,
                Outcome.ratio(samples, scores.size(), "there are no samples"),
                named(name, curve.auc()),
                named(name, curve.precisionRecall().area(PrArea.AVERAGE_PRECISION)));
    }

    private static Outcome named(String name, Outcome outcome) {
        return outcome.undefinedBecause()
                .map(reason -> Outcome.undefined(name + " against the rest: " + reason))
                .orElse(outcome);
    }

    /** The mean of the classes' ROC AUCs; undefined if one of them is, with its reason. */
    public Outcome macroAuc() {
        return mean(OfClass::auc, one -> 1);
    }

    /** The mean weighted by the number of samples; undefined if an AUC is, with its reason. */
    public Outcome weightedAuc() {
        return mean(OfClass::auc, OfClass::samples);
    }

    /** The mean of the classes' average precisions; undefined if one is, with its reason. */
    public Outcome macroAveragePrecision() {
        return mean(OfClass::averagePrecision, one -> 1);
    }

    /** The mean weighted by the number of samples; undefined if one is, with its reason. */
    public Outcome weightedAveragePrecision() {
        return mean(OfClass::averagePrecision, OfClass::samples);
    }

    private Outcome mean(Function<OfClass, Outcome> metric, ToDoubleFunction<OfClass> weight) {
        CompensatedSum sum = new CompensatedSum();
        double weights = 0;
        for (OfClass one : classes) {
            Outcome outcome = metric.apply(one);
            if (outcome.value().isEmpty()) {
                return outcome;
            }
            sum.add(weight.applyAsDouble(one) * outcome.value().get());
            weights += weight.applyAsDouble(one);
        }
        return Outcome.of(sum.value() / weights);
    }
}
