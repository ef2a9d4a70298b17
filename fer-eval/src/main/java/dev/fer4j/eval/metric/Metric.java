package dev.fer4j.eval.metric;

import dev.fer4j.core.Predictions;
import java.util.function.Function;

/**
 * A number computed from predictions. Methods that estimate the uncertainty of a number by
 * resampling people or permuting labels accept any such function.
 *
 * <p>A resample repeats predictions, and metrics count every repetition. So aggregate to the
 * evaluation unit before resampling people, not after: {@link EvaluationUnit#aggregate} would treat
 * a repeated image as another image of the same recording.
 */
@FunctionalInterface
public interface Metric {

    /**
     * The number, or why it is undefined.
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
     * @param threshold a case is classified as positive if its probability is at least this
     * @param rate the rate computed from the counts
     */
    static Metric at(double threshold, Function<ConfusionMatrix, Outcome> rate) {
        return cases -> rate.apply(ConfusionMatrix.at(cases, threshold));
    }

    /** This number minus another of the same cases; undefined if either is. */
    default Metric minus(Metric other) {
        return cases -> of(cases).with(other.of(cases), (own, others) -> own - others);
    }
}
