package dev.fer4j.eval.metric;

import dev.fer4j.eval.internal.CompensatedSum;
import dev.fer4j.eval.internal.ThresholdCounts;

/**
 * Ways to measure the area under a precision-recall curve. They differ, so state which one is
 * reported, together with the prevalence. All are in [0, 1], and 1 if every positive sample has a
 * higher score than every negative one.
 *
 * <p>Rₖ is the recall, Pₖ the precision when samples with at least the k-th highest distinct score
 * are classified as positive; R₀ = 0 and, by convention, P₀ = 1.
 */
public enum PrArea {
    /**
     * Average precision: Σ (Rₖ − Rₖ₋₁) Pₖ, without interpolation. For a constant score it is the
     * prevalence. Same as scikit-learn's {@code average_precision_score}. The recommended one.
     */
    AVERAGE_PRECISION("average precision") {
        @Override
        double of(ThresholdCounts counts) {
            CompensatedSum area = new CompensatedSum();
            for (int i = 0; i < counts.size(); i++) {
                double gained = counts.truePositives(i) - counts.truePositives(i - 1);
                if (gained > 0) {
                    area.add(gained * counts.truePositives(i) / counts.called(i));
                }
            }
            return area.value() / counts.positives();
        }
    },

    /**
     * The trapezoidal rule: Σ (Rₖ − Rₖ₋₁) (Pₖ₋₁ + Pₖ) / 2. Linear interpolation between points of
     * this curve is too optimistic (Davis and Goadrich 2006), the more so the fewer distinct scores
     * there are: for a constant score the area is (1 + prevalence) / 2. Same as scikit-learn's
     * {@code auc(recall, precision)}.
     */
    TRAPEZOID("trapezoid") {
        @Override
        double of(ThresholdCounts counts) {
            CompensatedSum area = new CompensatedSum();
            for (int i = 0; i < counts.size(); i++) {
                double gained = counts.truePositives(i) - counts.truePositives(i - 1);
                area.add(gained * (precision(counts, i - 1) + precision(counts, i)) / 2);
            }
            return area.value() / counts.positives();
        }
    },

    /**
     * The area under the curve with the interpolation of Davis and Goadrich (2006), with true and
     * false positives growing in a fixed ratio between neighbouring points, integrated exactly (J.
     * Keilwagen, I. Grosse, J. Grau, "Area under precision-recall curves for weighted and
     * unweighted data", PLoS ONE 9, 2014; {@code auc.integral} of R's PRROC). Up to the first point
     * precision is constant. For a constant score it is the prevalence.
     */
    INTERPOLATED("interpolated") {
        @Override
        double of(ThresholdCounts counts) {
            CompensatedSum area = new CompensatedSum();
            for (int i = 0; i < counts.size(); i++) {
                area.add(
                        PrInterpolation.area(
                                counts.truePositives(i - 1),
                                counts.falsePositives(i - 1),
                                counts.truePositives(i),
                                counts.falsePositives(i)));
            }
            return area.value() / counts.positives();
        }
    },

    /**
     * {@link #INTERPOLATED} as Davis and Goadrich (2006) computed it: a point for each true
     * positive, and the trapezoidal rule between these points ({@code AUCCalculator}; {@code
     * auc.davis.goadrich} of R's PRROC). It is close to the exact integral unless there are few
     * positive samples. For a constant score it is the prevalence.
     */
    DAVIS_GOADRICH("Davis-Goadrich") {
        @Override
        double of(ThresholdCounts counts) {
            CompensatedSum area = new CompensatedSum();
            for (int i = 0; i < counts.size(); i++) {
                int from = counts.truePositives(i - 1);
                int gained = counts.truePositives(i) - from;
                int falseFrom = counts.falsePositives(i - 1);
                double skew = (double) (counts.falsePositives(i) - falseFrom) / gained;
                // From the origin precision is constant.
                double before = i == 0 ? 1 / (1 + skew) : (double) from / (from + falseFrom);
                for (int x = 1; x <= gained; x++) {
                    double precision = (from + x) / (from + x + falseFrom + skew * x);
                    area.add((before + precision) / 2);
                    before = precision;
                }
            }
            return area.value() / counts.positives();
        }
    },

    /**
     * The value that Keras 2 and 3 print as {@code AUC(curve='PR')}, with their 200 thresholds: the
     * exact integral of Davis and Goadrich's interpolation between the points at the thresholds
     * −10⁻⁷, 1/199, 2/199, …, 198/199, 1 + 10⁻⁷, a sample being classified as positive if its score
     * is above the threshold (their {@code summation_method='interpolation'}, the default). Scores
     * between the same two thresholds become ties. Keras counts in 32 bits, this in 64, so scores
     * within seven digits of a threshold may fall on the other side of it. Undefined if a score is
     * outside [0, 1], which Keras rejects.
     */
    KERAS("Keras, 200 thresholds") {
        @Override
        double of(ThresholdCounts counts) {
            return new KerasThresholds(counts).precisionRecallArea();
        }
    };

    private final String title;

    PrArea(String title) {
        this.title = title;
    }

    /** The display name. */
    public String title() {
        return title;
    }

    /** The area; both classes must be present, and for Keras all scores must be in [0, 1]. */
    abstract double of(ThresholdCounts counts);

    private static double precision(ThresholdCounts counts, int index) {
        return index < 0 ? 1 : (double) counts.truePositives(index) / counts.called(index);
    }
}
