package dev.fer4j.eval.fairness;

import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.RocCurve;

/**
 * How a model does for one group.
 *
 * @param group its name
 * @param size how many it is
 * @param small whether it has fewer participants than the report's minimum: its numbers are about
 *     these few people
 * @param atThreshold counts and rates at the threshold, prevalence and selection rate among them; a
 *     rate without a denominator is undefined and says why
 * @param rocAuc see {@link RocCurve#auc()}; undefined if the group has samples of one class
 */
public record GroupMetrics(
        String group, Size size, boolean small, ConfusionMatrix atThreshold, Outcome rocAuc) {

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

    static GroupMetrics of(String group, Predictions cases, double threshold, int minimum) {
        Size size = Size.of(cases);
        boolean[] positives = cases.positives();
        double[] probabilities = cases.probabilities();
        return new GroupMetrics(
                group,
                size,
                size.participants() < minimum,
                ConfusionMatrix.at(positives, probabilities, threshold),
                RocCurve.of(positives, probabilities).auc());
    }
}
