package dev.fer4j.eval.metric;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.eval.internal.CompensatedSum;
import dev.fer4j.eval.internal.OneClass;
import dev.fer4j.eval.internal.RankedScores;
import dev.fer4j.eval.internal.ThresholdCounts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/**
 * The receiver operating characteristic: true positive rate against false positive rate as the
 * threshold falls (paper, figure 5; T. Fawcett, "An introduction to ROC analysis", Pattern
 * Recognition Letters 27, 2006).
 *
 * <p>A sample is classified as positive if its score is at least the threshold. Samples with equal
 * scores pass the threshold together, so ties are slanted lines and count half. The direction is
 * fixed: a score worse than chance has an AUC below 0.5 and is not inverted.
 *
 * <p>Without samples, or with samples of one class, one of the rates is undefined: there are no
 * points, and every area is undefined with the reason. The curve stores integer counts; points are
 * created on access.
 */
public final class RocCurve {

    /**
     * The point of one threshold.
     *
     * @param falsePositiveRate FP / (FP + TN), in [0, 1]
     * @param truePositiveRate TP / (TP + FN), in [0, 1]
     * @param threshold samples with at least this score are classified as positive; infinite at the
     *     first point, where none is
     */
    public record Point(double falsePositiveRate, double truePositiveRate, double threshold) {}

    private final RankedScores ranked;
    private final ThresholdCounts counts;
    private final Optional<String> undefinedBecause;

    private RocCurve(RankedScores ranked) {
        this.ranked = ranked;
        this.counts = ranked.counts();
        this.undefinedBecause = OneClass.reason(counts);
    }

    /**
     * Computes the curve, in O(n).
     *
     * @param positives whether each sample is of the positive class
     * @param scores each sample's score, higher for samples more likely to be positive
     * @throws IllegalArgumentException if the lengths differ or a score is not finite
     */
    public static RocCurve of(boolean[] positives, double[] scores) {
        return new RocCurve(new RankedScores(positives, scores));
    }

    /**
     * The precision-recall curve of the same samples, without sorting them again: both are computed
     * from the same counts (J. Davis, M. Goadrich, ICML 2006, theorem 3.1).
     */
    public PrecisionRecallCurve precisionRecall() {
        return new PrecisionRecallCurve(counts);
    }

    /**
     * The points from (0, 0) to (1, 1), in descending order of threshold, one for each distinct
     * score; none if the areas are undefined.
     */
    public List<Point> points() {
        return undefinedBecause.isPresent()
                ? List.of()
                : new PointList<>(counts.size() + 1, index -> point(index - 1));
    }

    private Point point(int index) {
        return new Point(
                falsePositiveRate(index),
                truePositiveRate(index),
                index < 0 ? Double.POSITIVE_INFINITY : counts.threshold(index));
    }

    private double falsePositiveRate(int index) {
        return (double) counts.falsePositives(index) / counts.negatives();
    }

    private double truePositiveRate(int index) {
        return (double) counts.truePositives(index) / counts.positives();
    }

    /**
     * The area under the curve, in [0, 1]: the probability that a positive sample has a higher
     * score than a negative one, ties counting half (Mann-Whitney U divided by the number of
     * pairs). It is 0.5 for a constant score. Undefined if there are no samples, or only samples of
     * one class. Same as scikit-learn's {@code roc_auc_score}, but rounded only once.
     */
    public Outcome auc() {
        return ifDefined(
                () -> {
                    long twiceArea = 0;
                    for (int i = 0; i < counts.size(); i++) {
                        long height = (long) counts.truePositives(i) + counts.truePositives(i - 1);
                        twiceArea +=
                                height * (counts.falsePositives(i) - counts.falsePositives(i - 1));
                    }
                    return twiceArea / (2.0 * counts.positives() * counts.negatives());
                });
    }

    /**
     * The area with each sample counted a given number of times, as in a bootstrap, without sorting
     * again.
     *
     * @param weights one for each sample, in the order in which they were given; 0 or more
     * @return undefined if the samples with positive weight are of one class or none
     * @throws IllegalArgumentException if the number of weights is not the number of samples
     */
    public Outcome auc(int[] weights) {
        checkWeights(weights.length);
        return weighted(ranked.auc(weights));
    }

    /**
     * The area with weighted samples: each pair has the product of its samples' weights. With all
     * weights 1 it is bitwise equal to {@link #auc()}.
     *
     * @param weights one for each sample, in the order in which they were given; 0 or more, finite
     * @return undefined if the samples with positive weight are of one class or none
     * @throws IllegalArgumentException if the number of weights is not the number of samples
     */
    public Outcome auc(double[] weights) {
        checkWeights(weights.length);
        return weighted(ranked.auc(weights));
    }

    private void checkWeights(int weights) {
        checkArgument(
                weights == ranked.size(), "%s weights for %s samples", weights, ranked.size());
    }

    private static Outcome weighted(OptionalDouble auc) {
        return auc.isPresent()
                ? Outcome.of(auc.getAsDouble())
                : Outcome.undefined("the samples that count are of one class, or there are none");
    }

    /**
     * The area between two false positive rates, in [0, to − from], interpolated linearly between
     * the points and at the limits. For a constant score it is (to² − from²) / 2. Undefined as
     * {@link #auc()} is.
     *
     * @param from the lower limit, 0 or more
     * @param to the upper limit, above the lower one and at most 1
     * @throws IllegalArgumentException if the limits are not 0 ≤ from &lt; to ≤ 1
     */
    public Outcome partialAuc(double from, double to) {
        checkRange(from, to);
        return ifDefined(() -> areaBetween(from, to));
    }

    /**
     * {@link #partialAuc} rescaled so that a score without skill has 0.5 and a perfect one 1: (1 +
     * (A − least) / (most − least)) / 2 with least = (to² − from²) / 2, the area below the
     * diagonal, and most = to − from (D. K. McClish, "Analyzing a portion of the ROC curve",
     * Medical Decision Making 9, 1989). A score worse than chance in this range has less than 0.5.
     * From 0 it is the same as scikit-learn's {@code roc_auc_score(max_fpr=to)}; from 0 to 1 it is
     * the AUC. Undefined as {@link #auc()} is.
     *
     * @param from the lower limit, 0 or more
     * @param to the upper limit, above the lower one and at most 1
     * @throws IllegalArgumentException if the limits are not 0 ≤ from &lt; to ≤ 1
     */
    public Outcome standardizedPartialAuc(double from, double to) {
        checkRange(from, to);
        double least = (to - from) * (to + from) / 2;
        double most = to - from;
        return ifDefined(() -> (1 + (areaBetween(from, to) - least) / (most - least)) / 2);
    }

    private static void checkRange(double from, double to) {
        checkArgument(
                from >= 0 && from < to && to <= 1,
                "false positive rates from %s to %s: expected 0 <= from < to <= 1",
                from,
                to);
    }

    private double areaBetween(double from, double to) {
        CompensatedSum area = new CompensatedSum();
        for (int i = 0; i < counts.size(); i++) {
            double left = falsePositiveRate(i - 1);
            double right = falsePositiveRate(i);
            double low = Math.max(left, from);
            double high = Math.min(right, to);
            if (low < high) {
                double bottom = truePositiveRate(i - 1);
                double slope = (truePositiveRate(i) - bottom) / (right - left);
                area.add((high - low) * (bottom + slope * ((low - left) + (high - left)) / 2));
            }
        }
        return area.value();
    }

    /**
     * The value that Keras 2 and 3 print as {@code AUC()}, with their 200 thresholds: the
     * trapezoidal rule over the points at the thresholds −10⁻⁷, 1/199, 2/199, …, 198/199, 1 + 10⁻⁷,
     * a sample being classified as positive if its score is above the threshold. Scores that fall
     * between the same two thresholds become ties, so the difference from {@link #auc()} grows the
     * closer together the scores lie: with all of them in one step it is 0.5. Keras counts in 32
     * bits, this in 64, so scores within seven digits of a threshold may fall on the other side of
     * it.
     *
     * <p>Undefined as {@link #auc()} is, and if a score is outside [0, 1], which Keras rejects.
     */
    public Outcome kerasAuc() {
        return undefinedBecause
                .or(() -> KerasThresholds.whyNot(counts))
                .map(Outcome::undefined)
                .orElseGet(() -> Outcome.of(new KerasThresholds(counts).rocArea()));
    }

    private Outcome ifDefined(DoubleSupplier area) {
        return undefinedBecause
                .map(Outcome::undefined)
                .orElseGet(() -> Outcome.of(area.getAsDouble()));
    }
}
