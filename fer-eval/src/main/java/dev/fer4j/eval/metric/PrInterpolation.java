package dev.fer4j.eval.metric;

/**
 * Precision between two points of a precision-recall curve (J. Davis, M. Goadrich, "The
 * relationship between precision-recall and ROC curves", ICML 2006, section 4): true and false
 * positives grow together in a fixed ratio, as if the samples between the two thresholds came in
 * random order. Precision then moves along a curve, not along a straight line.
 */
final class PrInterpolation {

    private PrInterpolation() {}

    /**
     * ∫ TP / (TP + FP) dTP from one point to the next, in closed form: with TP = t + s (x − a) at x
     * samples classified as positive, a = t + f of which at the first point, and s = ΔTP / Δx, it
     * is s (s a (u − log(1 + u)) + t log(1 + u)), u = Δx / a; both terms are positive, so there is
     * no cancellation. From the origin precision is constant, and the integral is s ΔTP.
     *
     * @param truePositives at the first point
     * @param falsePositives at the first point
     * @param nextTruePositives as many or more
     * @param nextFalsePositives as many or more
     */
    static double area(
            int truePositives, int falsePositives, int nextTruePositives, int nextFalsePositives) {
        double gained = nextTruePositives - truePositives;
        if (gained == 0) {
            return 0;
        }
        double called = (double) truePositives + falsePositives;
        double newlyCalled = gained + nextFalsePositives - falsePositives;
        double slope = gained / newlyCalled;
        if (called == 0) {
            return slope * gained;
        }
        double growth = newlyCalled / called;
        return slope * (slope * called * lessLog1p(growth) + truePositives * Math.log1p(growth));
    }

    /** u − log(1 + u), u ≥ 0, without loss of precision for small u. */
    private static double lessLog1p(double u) {
        if (u > 0.5) {
            return u - Math.log1p(u);
        }
        // log(1 + u) = 2 (s + s³/3 + s⁵/5 + …) and u = 2s / (1 − s) with s = u / (2 + u) ≤ 0.2.
        double s = u / (2 + u);
        double square = s * s;
        double power = s * square;
        double series = 0;
        for (int k = 3; k <= 25; k += 2) {
            series += power / k;
            power *= square;
        }
        return 2 * (square / (1 - s) - series);
    }
}
