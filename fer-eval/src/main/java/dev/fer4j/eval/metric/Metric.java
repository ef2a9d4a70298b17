package dev.fer4j.eval.metric;

import dev.fer4j.core.Predictions;
import java.util.function.Function;

/**
 * A number that predictions have. Methods that estimate the uncertainty of a number, by resampling
 * people or permuting labels, take it as such a function and need not know what it computes.
 *
 * <p>A resample repeats predictions. Metrics count every one of them; so a unit is put together
 * before people are resampled, not after: {@link EvaluationUnit#aggregate} would take a repeated
 * image for another one of the same recording.
 */
@FunctionalInterface
public interface Metric {

    /**
     * The number, or why there is none.
     *
     * @param cases one prediction for each case
     */
    Outcome of(Predictions cases);

    /** {@link RocCurve#auc()}. */
    static Metric rocAuc() {
        return cases -> RocCurve.of(cases.positives(), cases.probabilities()).auc();
    }

    /** {@link PrecisionRecallCurve#area}. */
    static Metric prAuc(PrArea way) {
        return cases -> PrecisionRecallCurve.of(cases.positives(), cases.probabilities()).area(way);
    }

    /**
     * A rate at a threshold, for example {@code Metric.at(0.5, ConfusionMatrix::recall)}.
     *
     * @param threshold a case is called positive if its probability is at least this
     * @param rate what is taken from the counts
     */
    static Metric at(double threshold, Function<ConfusionMatrix, Outcome> rate) {
        return cases -> rate.apply(ConfusionMatrix.at(cases, threshold));
    }

    /** This number minus another of the same cases; undefined if one of them is. */
    default Metric minus(Metric other) {
        return cases -> of(cases).with(other.of(cases), (own, others) -> own - others);
    }
}
