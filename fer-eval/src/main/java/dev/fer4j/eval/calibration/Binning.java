package dev.fer4j.eval.calibration;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * How probabilities are put into bins. Calibration errors depend on it, so it is named beside them.
 *
 * @param scheme where the edges lie
 * @param bins how many, at least 1
 */
public record Binning(Scheme scheme, int bins) {

    /** Where the edges of bins lie. */
    public enum Scheme {
        /** At k / bins, the same for all data; bins can be empty. */
        EQUAL_WIDTH("equal width"),

        /**
         * At the quantiles k / bins of the probabilities, so that bins have about as many samples
         * each as ties allow. Quantiles are interpolated linearly (type 7 of R and NumPy), without
         * rounding of their positions; where those of scikit-learn's {@code calibration_curve} are
         * rounded, a probability on an edge can be in another bin there.
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

    /** Bins with about as many samples each. */
    public static Binning equalFrequency(int bins) {
        return new Binning(Scheme.EQUAL_FREQUENCY, bins);
    }

    /** The name to print, for example {@code 10 bins of equal width}. */
    public String title() {
        return bins + (bins == 1 ? " bin of " : " bins of ") + scheme.title;
    }

    /**
     * The edges, rising, one more than there are bins.
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

    /** The k-th of as many quantiles as there are bins, at (n − 1) k / bins in sorted order. */
    private double quantile(double[] sorted, int k) {
        long position = (long) (sorted.length - 1) * k;
        int below = (int) (position / bins);
        double fraction = (double) (position % bins) / bins;
        return fraction == 0
                ? sorted[below]
                : sorted[below] + fraction * (sorted[below + 1] - sorted[below]);
    }
}
