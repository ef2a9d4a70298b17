package dev.fer4j.eval.calibration;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * How probabilities are binned. Calibration errors depend on the binning, so report it with them.
 *
 * @param scheme how the edges are placed
 * @param bins the number of bins, at least 1
 */
public record Binning(Scheme scheme, int bins) {

    /** How the edges of bins are placed. */
    public enum Scheme {
        /** At k / bins, the same for all data; bins can be empty. */
        EQUAL_WIDTH("equal width"),

        /**
         * At the quantiles k / bins of the probabilities, so that bins are of equal size as far as
         * ties allow. Quantiles are interpolated linearly (type 7 of R and NumPy), without rounding
         * their positions. scikit-learn's {@code calibration_curve} may round them, and so assign a
         * probability on an edge to a different bin.
         */
        EQUAL_FREQUENCY("equal frequency");

        private final String title;

        Scheme(String title) {
            this.title = title;
        }
    }

    public Binning {
        requireNonNull(scheme);
        checkArgument(bins >= 1, "%s bins: at least one is needed", bins);
    }

    /** Ten bins of equal width. */
    public static Binning defaults() {
        return equalWidth(10);
    }

    /** Bins of equal width. */
    public static Binning equalWidth(int bins) {
        return new Binning(Scheme.EQUAL_WIDTH, bins);
    }

    /** Bins with about equal numbers of samples. */
    public static Binning equalFrequency(int bins) {
        return new Binning(Scheme.EQUAL_FREQUENCY, bins);
    }

    /** How the edges are placed, in words: {@code equal width} or {@code equal frequency}. */
    public String rule() {
        return scheme.title;
    }

    /** The display name, for example {@code 10 bins of equal width}. */
    public String title() {
        return bins + (bins == 1 ? " bin of " : " bins of ") + rule();
    }

    /**
     * The bin edges in ascending order, one more than there are bins.
     *
     * @param probabilities at least one
     */
    double[] edges(double[] probabilities) {
        double[] edges = new double[bins + 1];
        double[] sorted = probabilities.clone();
        Arrays.sort(sorted);
        for (int k = 0; k <= bins; k++) {
            edges[k] = scheme == Scheme.EQUAL_WIDTH ? (double) k / bins : quantile(sorted, k);
        }
        return edges;
    }

    /** The quantile k / bins, at position (n − 1) k / bins in sorted order. */
    private double quantile(double[] sorted, int k) {
        long position = (long) (sorted.length - 1) * k;
        int below = (int) (position / bins);
        double fraction = (double) (position % bins) / bins;
        return fraction == 0
                ? sorted[below]
                : sorted[below] + fraction * (sorted[below + 1] - sorted[below]);
    }
}
