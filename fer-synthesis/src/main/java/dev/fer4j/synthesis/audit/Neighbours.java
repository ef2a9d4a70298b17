package dev.fer4j.synthesis.audit;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;

/** Distances from each image of one set to all images of another, computed in blocks of rows. */
final class Neighbours {

    /** Rows in a block: 500 × 10,000 doubles are 40 MB. */
    private static final int BLOCK = 500;

    private Neighbours() {}

    /**
     * Receives the Euclidean distances of one image to all of the other set, and may modify them.
     */
    @FunctionalInterface
    interface Visitor {
        void visit(int image, double[] distances);
    }

    static void forEach(ImageFeatures from, ImageFeatures to, Visitor visitor) {
        checkArgument(from.width() == to.width(), "%s and %s features", from.width(), to.width());
        double[] squaresFrom = squares(from);
        double[] squaresTo = squares(to);
        for (int start = 0; start < from.size(); start += BLOCK) {
            int end = Math.min(from.size(), start + BLOCK);
            double[] products = from.products(start, end, to);
            for (int i = start; i < end; i++) {
                double[] distances = new double[to.size()];
                for (int j = 0; j < distances.length; j++) {
                    double squared =
                            squaresFrom[i]
                                    + squaresTo[j]
                                    - 2 * products[(i - start) * distances.length + j];
                    distances[j] = Math.sqrt(Math.max(0, squared));
                }
                visitor.visit(i, distances);
            }
        }
    }

    private static double[] squares(ImageFeatures set) {
        double[] squares = new double[set.size()];
        for (int i = 0; i < squares.length; i++) {
            for (double value : set.row(i)) {
                squares[i] += value * value;
            }
        }
        return squares;
    }

    /** The distance of each image to its k-th nearest other image of the set. */
    static double[] radii(ImageFeatures set, int k) {
        checkArgument(
                k >= 1 && k < set.size(),
                "neighbour %s of %s images: expected 1 to %s",
                k,
                set.size(),
                set.size() - 1);
        double[] radii = new double[set.size()];
        forEach(
                set,
                set,
                (image, distances) -> {
                    distances[image] = -1;
                    Arrays.sort(distances);
                    radii[image] = distances[k];
                });
        return radii;
    }
}
