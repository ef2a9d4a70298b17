package dev.fer4j.eval.fairness;

import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.metric.ThresholdChoice;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a model does for one group.
 *
 * @param group its name
 * @param small whether it has fewer participants than the report's minimum: its numbers are about
 *     these few people
 * @param prevalence share of the positive class; undefined for a group that nobody is in
 * @param atThreshold counts and rates at the threshold; a rate without a denominator is undefined
 *     and says why. Empty if no threshold was chosen
 * @param rocAuc see {@link RocCurve#auc()}; undefined if the group has samples of one class
 */
public record GroupMetrics(
        String group,
        Size size,
        boolean small,
        Outcome prevalence,
        Optional<ConfusionMatrix> atThreshold,
        Outcome rocAuc) {

    /**
     * How many a group is. All are 0 for an empty combination of groups.
     *
     * @param cases predictions, images unless they were put together
     * @param recordings different recordings
     * @param participants different people
     */
    public record Size(int cases, int recordings, int participants) {

        static Size of(Predictions cases) {
            return new Size(
                    cases.size(),
                    (int) cases.all().stream().map(Prediction::recording).distinct().count(),
                    (int) cases.all().stream().map(Prediction::participant).distinct().count());
        }
    }

    static GroupMetrics of(
            String group, Predictions cases, ThresholdChoice threshold, int minimum) {
        Size size = Size.of(cases);
        RocCurve roc = RocCurve.of(cases.positives(), cases.probabilities());
        return new GroupMetrics(
                group,
                size,
                size.participants() < minimum,
                roc.precisionRecall().prevalence(),
                threshold.threshold().map(chosen -> ConfusionMatrix.at(cases, chosen.value())),
                roc.auc());
    }

    /** A rate at the threshold; undefined if that is. */
    public Outcome rate(Function<ConfusionMatrix, Outcome> rate) {
        return atThreshold.map(rate).orElseGet(() -> Outcome.undefined("no threshold was chosen"));
    }
}
