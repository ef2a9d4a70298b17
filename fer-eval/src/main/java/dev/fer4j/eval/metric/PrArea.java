package dev.fer4j.eval.metric;

import dev.fer4j.eval.internal.CompensatedSum;
import dev.fer4j.eval.internal.ThresholdCounts;

/**
 * Ways to measure the area under a precision-recall curve. They are different numbers, so name the
 * one that is reported, with the prevalence beside it. All are in [0, 1], and 1 if every positive
 * sample has a higher score than every negative one.
 *
 * <p>Rₖ is the recall, Pₖ the precision of calling positive the samples with at least the k-th
 * highest different score; R₀ = 0 and, by convention, P₀ = 1.
 */
public enum PrArea {
    /**
     * Average precision: Σ (Rₖ − Rₖ₋₁) Pₖ, without interpolation. A constant score has the
     * prevalence. Same as scikit-learn's {@code average_precision_score}. The one to report.
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
     * The trapezoidal rule: Σ (Rₖ − Rₖ₋₁) (Pₖ₋₁ + Pₖ) / 2. Straight lines between points of this
     * curve are too high (Davis and Goadrich 2006), the more so the fewer different scores there
     * are: a constant score has (1 + prevalence) / 2. Same as scikit-learn's {@code auc(recall,
     * precision)}.
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
     * The area under the curve as Davis and Goadrich (2006) interpolate it, with true and false
     * positives growing in a fixed ratio between neighbouring points, integrated exactly (J.
     * Keilwagen, I. Grosse, J. Grau, "Area under precision-recall curves for weighted and
     * unweighted data", PLoS ONE 9, 2014; {@code auc.integral} of R's PRROC). Up to the first point
     * precision is constant. A constant score has the prevalence.
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
     * {@link #INTERPOLATED} as Davis and Goadrich (2006) computed it: a point for each single true
     * positive, and the trapezoidal rule between those ({@code AUCCalculator}; {@code
     * auc.davis.goadrich} of R's PRROC). It is close to the exact integral unless there are few
     * positive samples. A constant score has the prevalence.
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
     * What Keras 2 and 3 print as {@code AUC(curve='PR')}, with their 200 thresholds: the exact
     * integral of Davis and Goadrich's interpolation between the points at the thresholds −10⁻⁷,
     * 1/199, 2/199, …, 198/199, 1 + 10⁻⁷, a sample being called positive if its score is above the
     * threshold (their {@code summation_method='interpolation'}, the default). Scores between the
     * same two thresholds become ties. Keras counts in 32 bits, this in 64, so scores at a
     * threshold to within seven digits may fall on its other side. Undefined if a score is outside
     * [0, 1], which Keras refuses.
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

    /** The name to print. */
    public String title() {
        return title;
    }

    /** The area; both classes are present, and for Keras all scores are in [0, 1]. */
    abstract double of(ThresholdCounts counts);

    private static double precision(ThresholdCounts counts, int index) {
        return index < 0 ? 1 : (double) counts.truePositives(index) / counts.called(index);
    }
}
