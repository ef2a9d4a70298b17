package dev.fer4j.eval.metric;

import dev.fer4j.eval.internal.CompensatedSum;
import dev.fer4j.eval.internal.ThresholdCounts;
import java.util.Optional;

/**
 * The numbers of samples classified as positive at Keras's 200 thresholds, from the highest to the
 * lowest: a sample is classified as positive if its score is above the threshold.
 */
final class KerasThresholds {

    private static final int THRESHOLDS = 200;
    private static final double EPSILON = 1e-7;

    private final int positives;
    private final int negatives;
    private final int[] truePositives = new int[THRESHOLDS];
    private final int[] falsePositives = new int[THRESHOLDS];

    /** Counts samples; the scores must be in [0, 1]. */
    KerasThresholds(ThresholdCounts counts) {
        positives = counts.positives();
        negatives = counts.negatives();
        int above = -1;
        for (int i = 0; i < THRESHOLDS; i++) {
            while (above + 1 < counts.size() && counts.threshold(above + 1) > threshold(i)) {
                above++;
            }
            truePositives[i] = counts.truePositives(above);
            falsePositives[i] = counts.falsePositives(above);
        }
    }

    /** The threshold at an index, 0 being the highest. */
    private static double threshold(int index) {
        if (index == 0) {
            return 1 + EPSILON;
        }
        int steps = THRESHOLDS - 1 - index;
        return steps == 0 ? -EPSILON : steps * 1.0 / (THRESHOLDS - 1);
    }

    /** Why Keras's area is undefined for these scores, or empty if it is defined. */
    static Optional<String> whyNot(ThresholdCounts counts) {
        double highest = counts.threshold(0);
        double lowest = counts.threshold(counts.size() - 1);
        return lowest >= 0 && highest <= 1
                ? Optional.empty()
                : Optional.of(
                        "Keras's thresholds need scores in [0, 1]; these go from %s to %s"
                                .formatted(lowest, highest));
    }

    /** The area under the ROC curve by the trapezoidal rule. */
    double rocArea() {
        long twiceArea = 0;
        for (int i = 1; i < THRESHOLDS; i++) {
            long height = (long) truePositives[i] + truePositives[i - 1];
            twiceArea += height * (falsePositives[i] - falsePositives[i - 1]);
        }
        return twiceArea / (2.0 * positives * negatives);
    }

    /** The area under the precision-recall curve, interpolated between the thresholds. */
    double precisionRecallArea() {
        CompensatedSum area = new CompensatedSum();
        for (int i = 1; i < THRESHOLDS; i++) {
            area.add(
                    PrInterpolation.area(
                            truePositives[i - 1],
                            falsePositives[i - 1],
                            truePositives[i],
                            falsePositives[i]));
        }
        return area.value() / positives;
    }
}
