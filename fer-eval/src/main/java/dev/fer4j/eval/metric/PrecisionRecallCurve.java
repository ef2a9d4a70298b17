package dev.fer4j.eval.metric;

import dev.fer4j.eval.internal.OneClass;
import dev.fer4j.eval.internal.RankedScores;
import dev.fer4j.eval.internal.ThresholdCounts;
import java.util.List;
import java.util.Optional;

/**
 * Precision against recall as the threshold falls (paper, figure 5; J. Davis, M. Goadrich, "The
 * relationship between precision-recall and ROC curves", ICML 2006).
 *
 * <p>A sample is classified as positive if its score is at least the threshold; samples with equal
 * scores pass it together, as one point. There are several ways to measure the area, see {@link
 * PrArea}; state which one is reported, together with the {@link #prevalence()}: an area under this
 * curve means nothing without it, since an uninformative model reaches it.
 *
 * <p>Without samples, or with samples of one class, there are no points, and the areas are
 * undefined with the reason.
 */
public final class PrecisionRecallCurve {

    /**
     * The point of one threshold.
     *
     * @param recall TP / (TP + FN), in [0, 1]
     * @param precision TP / (TP + FP), in [0, 1]; 1 by convention at the first point, where no
     *     sample is classified as positive
     * @param threshold samples with at least this score are classified as positive; infinite at the
     *     first point
     */
    public record Point(double recall, double precision, double threshold) {}

    private final ThresholdCounts counts;
    private final Optional<String> undefinedBecause;

    PrecisionRecallCurve(ThresholdCounts counts) {
        this.counts = counts;
        this.undefinedBecause = OneClass.reason(counts);
    }

    /**
     * Computes the curve, in O(n).
     *
     * @param positives whether each sample is of the positive class
     * @param scores each sample's score, higher for samples more likely to be positive
     * @throws IllegalArgumentException if the lengths differ or a score is not finite
     * @see RocCurve#precisionRecall()
     */
    public static PrecisionRecallCurve of(boolean[] positives, double[] scores) {
        return new PrecisionRecallCurve(new RankedScores(positives, scores).counts());
    }

    /**
     * The points from recall 0 to recall 1, in descending order of threshold: the conventional
     * first point (0, 1), then one for each distinct score; none if the areas are undefined.
     */
    public List<Point> points() {
        return undefinedBecause.isPresent()
                ? List.of()
                : new PointList<>(counts.size() + 1, index -> point(index - 1));
    }

    private Point point(int index) {
        return index < 0
                ? new Point(0, 1, Double.POSITIVE_INFINITY)
                : new Point(
                        (double) counts.truePositives(index) / counts.positives(),
                        (double) counts.truePositives(index) / counts.called(index),
                        counts.threshold(index));
    }

    /**
     * The area, in [0, 1], by the given method. Undefined if there are no samples or only samples
     * of one class, or where the method is.
     */
    public Outcome area(PrArea way) {
        return undefinedBecause
                .or(() -> way == PrArea.KERAS ? KerasThresholds.whyNot(counts) : Optional.empty())
                .map(Outcome::undefined)
                // Rounding can produce values just above 1.
                .orElseGet(() -> Outcome.of(Math.min(1, way.of(counts))));
    }

    /** {@link PrArea#AVERAGE_PRECISION}. */
    public Outcome averagePrecision() {
        return area(PrArea.AVERAGE_PRECISION);
    }

    /** {@link PrArea#TRAPEZOID}. */
    public Outcome trapezoid() {
        return area(PrArea.TRAPEZOID);
    }

    /**
     * The share of positive samples, in [0, 1]; undefined without samples.
     *
     * @see #noSkill()
     */
    public Outcome prevalence() {
        return Outcome.ratio(
                counts.positives(),
                (long) counts.positives() + counts.negatives(),
                "there are no samples");
    }

    /**
     * The average precision of a model without skill: the prevalence, which is the expected
     * precision at every recall of a score that is independent of the class. Undefined without
     * samples.
     */
    public Outcome noSkill() {
        return prevalence();
    }
}
