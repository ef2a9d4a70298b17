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
 * A model's performance for one group.
 *
 * @param group its name
 * @param small whether it has fewer participants than the report's minimum, so that its numbers
 *     rest on only a few people
 * @param prevalence share of the positive class; undefined for an empty group
 * @param atThreshold counts and rates at the threshold; a rate whose denominator is 0 is undefined,
 *     with the reason. Empty if no threshold was chosen
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
     * The size of a group; all numbers are 0 for an empty combination of groups.
     *
     * @param cases number of predictions: images unless aggregated
     * @param recordings number of distinct recordings
     * @param participants number of distinct people
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

    /** A rate at the threshold; undefined if the threshold is. */
    public Outcome rate(Function<ConfusionMatrix, Outcome> rate) {
        return atThreshold.map(rate).orElseGet(() -> Outcome.undefined("no threshold was chosen"));
    }
}
