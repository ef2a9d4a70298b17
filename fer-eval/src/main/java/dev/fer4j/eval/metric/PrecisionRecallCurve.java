package dev.fer4j.eval.metric;

import dev.fer4j.eval.metric.internal.RankedScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Precision against recall as the threshold falls (paper, figure 5; J. Davis, M. Goadrich, "The
 * relationship between precision-recall and ROC curves", ICML 2006).
 *
 * <p>A sample is called positive if its score is at least the threshold; samples with equal scores
 * pass it together, as one point. Two different areas are offered, {@link #averagePrecision()} and
 * {@link #trapezoid()}; whoever prints one names it, with the {@link #prevalence()}: an area under
 * this curve says nothing without it, since a model that knows nothing reaches it.
 *
 * <p>Without samples, or with samples of one class, there are no points and the areas say why.
 */
public final class PrecisionRecallCurve {

    /**
     * One threshold.
     *
     * @param recall TP / (TP + FN), in [0, 1]
     * @param precision TP / (TP + FP), in [0, 1]; 1 by convention at the first point, where no
     *     sample is called positive
     * @param threshold samples with at least this score are called positive; infinite at the first
     *     point
     */
    public record Point(double recall, double precision, double threshold) {}

    private final List<Point> points;
    private final Outcome prevalence;
    private final Optional<String> undefinedBecause;

    private PrecisionRecallCurve(
            List<Point> points, Outcome prevalence, Optional<String> undefinedBecause) {
        this.points = List.copyOf(points);
        this.prevalence = prevalence;
        this.undefinedBecause = undefinedBecause;
    }

    /**
     * Draws the curve, in O(n log n).
     *
     * @param positives for each sample whether it is of the positive class
     * @param scores for each sample a score that is higher the more it looks positive
     * @throws IllegalArgumentException if the lengths differ or a score is NaN
     */
    public static PrecisionRecallCurve of(boolean[] positives, double[] scores) {
        RankedScores ranked = new RankedScores(positives, scores);
        int positiveCount = ranked.positiveCount();
        Outcome prevalence = Prevalence.of(positives);
        Optional<String> oneClass = OneClass.reason(positiveCount, ranked.size());
        if (oneClass.isPresent()) {
            return new PrecisionRecallCurve(List.of(), prevalence, oneClass);
        }
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 1, Double.POSITIVE_INFINITY));
        int truePositives = 0;
        for (int i = 0; i < ranked.size(); i++) {
            truePositives += ranked.isPositive(i) ? 1 : 0;
            if (ranked.isLastOfGroup(i)) {
                points.add(
                        new Point(
                                (double) truePositives / positiveCount,
                                (double) truePositives / (i + 1),
                                ranked.score(i)));
            }
        }
        return new PrecisionRecallCurve(points, prevalence, Optional.empty());
    }

    /**
     * From recall 0 to recall 1 with falling threshold: the conventional first point (0, 1), then
     * one for each different score; none if the areas are undefined.
     */
    public List<Point> points() {
        return points;
    }

    /**
     * Average precision: Σ (Rₖ − Rₖ₋₁) Pₖ over the points, without interpolation; in [0, 1].
     *
     * <p>A constant score has the prevalence. Same as scikit-learn's {@code
     * average_precision_score}. Undefined if there are no samples, or only samples of one class.
     */
    public Outcome averagePrecision() {
        return undefinedBecause
                .map(Outcome::undefined)
                .orElseGet(() -> Outcome.of(area((before, point) -> point.precision())));
    }

    /**
     * The area by the trapezoidal rule: Σ (Rₖ − Rₖ₋₁) (Pₖ₋₁ + Pₖ) / 2, from the conventional first
     * point; in [0, 1].
     *
     * <p>Straight lines between points of this curve are too high (Davis and Goadrich 2006), the
     * more so the fewer different scores there are: a constant score has (1 + prevalence) / 2. Same
     * as scikit-learn's {@code auc(recall, precision)}. Undefined if there are no samples, or only
     * samples of one class.
     */
    public Outcome trapezoid() {
        return undefinedBecause
                .map(Outcome::undefined)
                .orElseGet(
                        () ->
                                Outcome.of(
                                        area(
                                                (before, point) ->
                                                        (before.precision() + point.precision())
                                                                / 2)));
    }

    /**
     * The share of positive samples, in [0, 1]; undefined without samples.
     *
     * @see #noSkill()
     */
    public Outcome prevalence() {
        return prevalence;
    }

    /**
     * What the average precision of a model without skill is: the prevalence, the expected
     * precision at every recall of a score that has nothing to do with the class. Undefined without
     * samples.
     */
    public Outcome noSkill() {
        return prevalence;
    }

    @FunctionalInterface
    private interface Height {
        double between(Point before, Point point);
    }

    private double area(Height height) {
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            Point before = points.get(i - 1);
            Point point = points.get(i);
            area += (point.recall() - before.recall()) * height.between(before, point);
        }
        return Math.min(1, area);
    }
}
