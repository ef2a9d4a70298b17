package dev.fer4j.eval.metric;

import dev.fer4j.eval.metric.internal.RankedScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The receiver operating characteristic: true positive rate against false positive rate as the
 * threshold falls (paper, figure 5; T. Fawcett, "An introduction to ROC analysis", Pattern
 * Recognition Letters 27, 2006).
 *
 * <p>A sample is called positive if its score is at least the threshold. Samples with equal scores
 * pass the threshold together, so ties are slanted lines and count half. The direction is fixed: a
 * score that is worse than chance has an AUC below 0.5 and is not flipped.
 *
 * <p>Without samples, or with samples of one class, one of the rates is undefined: there are no
 * points, and {@link #auc()} says why.
 */
public final class RocCurve {

    /**
     * One threshold.
     *
     * @param falsePositiveRate FP / (FP + TN), in [0, 1]
     * @param truePositiveRate TP / (TP + FN), in [0, 1]
     * @param threshold samples with at least this score are called positive; infinite at the first
     *     point, where none is
     */
    public record Point(double falsePositiveRate, double truePositiveRate, double threshold) {}

    private final List<Point> points;
    private final Outcome auc;

    private RocCurve(List<Point> points, Outcome auc) {
        this.points = List.copyOf(points);
        this.auc = auc;
    }

    /**
     * Draws the curve, in O(n log n).
     *
     * @param positives for each sample whether it is of the positive class
     * @param scores for each sample a score that is higher the more it looks positive
     * @throws IllegalArgumentException if the lengths differ or a score is NaN
     */
    public static RocCurve of(boolean[] positives, double[] scores) {
        RankedScores ranked = new RankedScores(positives, scores);
        int positiveCount = ranked.positiveCount();
        int negativeCount = ranked.size() - positiveCount;
        Optional<String> oneClass = OneClass.reason(positiveCount, ranked.size());
        if (oneClass.isPresent()) {
            return new RocCurve(List.of(), Outcome.undefined(oneClass.get()));
        }
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0, Double.POSITIVE_INFINITY));
        int truePositives = 0;
        for (int i = 0; i < ranked.size(); i++) {
            truePositives += ranked.isPositive(i) ? 1 : 0;
            if (ranked.isLastOfGroup(i)) {
                points.add(
                        new Point(
                                (double) (i + 1 - truePositives) / negativeCount,
                                (double) truePositives / positiveCount,
                                ranked.score(i)));
            }
        }
        return new RocCurve(points, Outcome.of(ranked.auc().getAsDouble()));
    }

    /**
     * From (0, 0) to (1, 1) with falling threshold, one point for each different score; none if the
     * AUC is undefined.
     */
    public List<Point> points() {
        return points;
    }

    /**
     * The area under the curve, in [0, 1]: the probability that a positive sample has a higher
     * score than a negative one, ties counting half (Mann-Whitney U over the number of pairs). A
     * constant score has 0.5. Undefined if there are no samples, or only samples of one class.
     */
    public Outcome auc() {
        return auc;
    }
}
