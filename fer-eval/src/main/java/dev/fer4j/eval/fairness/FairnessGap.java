package dev.fer4j.eval.fairness;

import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.Metric;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.Threshold;
import java.util.List;
import java.util.function.Function;

/**
 * Gaps in a rate between groups. All groups with a defined rate are included, even small ones and
 * the group of unknown people; the rest are left out with a reason: a group without positive
 * samples has no true positive rate, which is not the same as a rate of 0.
 *
 * <p>With fewer than two such groups a gap is undefined. Differences are unsigned, so they exceed 0
 * by chance alone, all the more with many or small groups; resampling people adds to this bias, so
 * an interval of resampled gaps would be too high. To ask whether two groups differ, resample the
 * signed difference: {@link GroupColumn#within}.
 */
public enum FairnessGap {
    /**
     * Largest minus smallest selection rate, in [0, 1]; 0 if samples are classified as positive
     * equally often in all groups (demographic parity), correctly or not. Where prevalences differ,
     * even a perfect model has a gap.
     */
    DEMOGRAPHIC_PARITY_DIFFERENCE("demographic parity difference") {
        @Override
        public GroupGap of(List<GroupMetrics> groups) {
            return difference(groups, "selection rate", ConfusionMatrix::selectionRate);
        }
    },

    /**
     * Smallest over largest selection rate, in [0, 1]; 1 is parity. Undefined if no sample is
     * classified as positive.
     */
    DEMOGRAPHIC_PARITY_RATIO("demographic parity ratio") {
        @Override
        public GroupGap of(List<GroupMetrics> groups) {
            return GroupGap.between(
                    groups,
                    "selection rate",
                    ConfusionMatrix::selectionRate,
                    (high, low) ->
                            high == 0
                                    ? Outcome.undefined("no sample is called positive")
                                    : Outcome.of(low / high));
        }
    },

    /**
     * Largest minus smallest true positive rate, in [0, 1]; 0 if positive samples are detected
     * equally often in all groups (equal opportunity; M. Hardt, E. Price, N. Srebro, NIPS 2016).
     */
    EQUAL_OPPORTUNITY_DIFFERENCE("equal opportunity difference") {
        @Override
        public GroupGap of(List<GroupMetrics> groups) {
            return difference(groups, "true positive rate", ConfusionMatrix::recall);
        }
    },

    /**
     * The larger of the differences of the true and of the false positive rates, in [0, 1]; 0 if
     * both are equal in all groups (equalized odds; Hardt, Price and Srebro 2016). Undefined if
     * either is, since the larger is then unknown.
     */
    EQUALIZED_ODDS_DIFFERENCE("equalized odds difference") {
        @Override
        public GroupGap of(List<GroupMetrics> groups) {
            return EQUAL_OPPORTUNITY_DIFFERENCE
                    .of(groups)
                    .orLarger(
                            difference(
                                    groups,
                                    "false positive rate",
                                    ConfusionMatrix::falsePositiveRate));
        }
    };

    private final String title;

    FairnessGap(String title) {
        this.title = title;
    }

    /** The display name. */
    public String title() {
        return title;
    }

    /** The gap between groups. */
    public abstract GroupGap of(List<GroupMetrics> groups);

    /**
     * The gap as a metric of predictions.
     *
     * @param column what people are grouped by
     * @param threshold a case is classified as positive if its probability is at least this
     */
    public Metric metric(GroupColumn column, double threshold) {
        Threshold fixed = Threshold.fixed(threshold);
        return cases -> of(FairnessReport.groups(cases, column, fixed, 1)).value();
    }

    private static GroupGap difference(
            List<GroupMetrics> groups, String rate, Function<ConfusionMatrix, Outcome> of) {
        return GroupGap.between(groups, rate, of, (high, low) -> Outcome.of(high - low));
    }
}
