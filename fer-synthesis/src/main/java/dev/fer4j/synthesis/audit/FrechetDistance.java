package dev.fer4j.synthesis.audit;

import static com.google.common.base.Preconditions.checkArgument;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The Fréchet distance between two sets of images, treating their features as normally distributed
 * (Heusel et al., "GANs trained by a two time-scale update rule converge to a local Nash
 * equilibrium", NeurIPS 2017, equation 6): {@code ‖m₁ − m₂‖² + Tr(C₁ + C₂ − 2 (C₁ C₂)^½)} with
 * means m and covariances C (over n − 1). With Inception features it is the FID.
 *
 * <p>The estimate is biased upwards, more so with fewer images. Below some 10,000 images, only
 * values for the same number of images are comparable, and {@link KernelDistance} is the better
 * measure.
 *
 * @param value non-negative up to rounding
 * @param real number of real images
 * @param generated number of generated images
 */
public record FrechetDistance(double value, int real, int generated) {

    /**
     * Computes the distance. The trace of (C₁ C₂)^½ is the sum of the singular values of X₁ X₂ᵀ,
     * where X are the centred features divided by √(n − 1), so that a small matrix suffices if
     * there are fewer images than features.
     *
     * @throws IllegalArgumentException if a set has fewer than two images
     */
    public static FrechetDistance of(ImageFeatures real, ImageFeatures generated) {
        checkArgument(
                real.size() >= 2 && generated.size() >= 2,
                "%s real and %s generated images: expected two or more of each",
                real.size(),
                generated.size());
        double[] one = real.mean();
        double[] other = generated.mean();
        double means = 0;
        for (int i = 0; i < one.length; i++) {
            means += (one[i] - other[i]) * (one[i] - other[i]);
        }
        ImageFeatures x = real.centred();
        ImageFeatures y = generated.centred();
        double ofX = real.size() - 1.0;
        double ofY = generated.size() - 1.0;
        double root = sumOfSingularValues(x, y) / Math.sqrt(ofX * ofY);
        return new FrechetDistance(
                means + squares(x) / ofX + squares(y) / ofY - 2 * root,
                real.size(),
                generated.size());
    }

    private static double squares(ImageFeatures set) {
        double sum = 0;
        for (int i = 0; i < set.size(); i++) {
            for (double value : set.row(i)) {
                sum += value * value;
            }
        }
        return sum;
    }

    /**
     * The sum of the singular values of X Yᵀ: the square roots of the eigenvalues of a symmetric
     * matrix of its smallest dimension.
     */
    private static double sumOfSingularValues(ImageFeatures x, ImageFeatures y) {
        int smallest = Math.min(x.size(), y.size());
        double[] symmetric =
                x.width() <= smallest
                        ? rootOfScatter(x, y)
                        : gram(x.size() <= y.size() ? x : y, x.size() <= y.size() ? y : x);
        int size = (int) Math.round(Math.sqrt(symmetric.length));
        double sum = 0;
        for (double eigenvalue : eigen(symmetric, size).getRealEigenvalues()) {
            // Rounding can make a zero slightly negative.
            sum += Math.sqrt(Math.max(0, eigenvalue));
        }
        return sum;
    }

    /** X Yᵀ Y Xᵀ. */
    private static double[] gram(ImageFeatures few, ImageFeatures many) {
        return Matrices.timesTransposed(few.products(0, few.size(), many), few.size(), many.size());
    }

    /** A^½ B A^½ with A = Xᵀ X and B = Yᵀ Y. */
    private static double[] rootOfScatter(ImageFeatures x, ImageFeatures y) {
        int width = x.width();
        EigenDecomposition a = eigen(x.scatter(), width);
        double[] values = a.getRealEigenvalues();
        double[] vectors = new double[width * width];
        for (int column = 0; column < width; column++) {
            double root = Math.sqrt(Math.sqrt(Math.max(0, values[column])));
            for (int row = 0; row < width; row++) {
                vectors[row * width + column] = root * a.getV().getEntry(row, column);
            }
        }
        double[] root = Matrices.timesTransposed(vectors, width, width);
        return Matrices.times(Matrices.times(root, y.scatter(), width), root, width);
    }

    private static EigenDecomposition eigen(double[] values, int size) {
        double[][] rows = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                // Make it exactly symmetric, or the decomposition for general matrices would be
                // used.
                rows[i][j] = (values[i * size + j] + values[j * size + i]) / 2;
            }
        }
        return new EigenDecomposition(new Array2DRowRealMatrix(rows, false));
    }
}
