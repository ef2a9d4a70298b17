package dev.fer4j.eval.probe;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.eval.calibration.LogLoss;
import dev.fer4j.eval.metric.Logit;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Logistic regression with a ridge penalty: the weights w and the intercept b that minimize
 *
 * <p>Σ ln(1 + exp(−yᵢ (b + w·xᵢ))) + ridge / 2 · ‖w‖², yᵢ = ±1,
 *
 * <p>by Newton's method, that is, iteratively reweighted least squares (S. le Cessie, J. C. van
 * Houwelingen, "Ridge estimators in logistic regression", Applied Statistics 41, 1992). The penalty
 * makes the minimum unique and finite, even where the classes are separable. Equivalent to
 * scikit-learn's {@code LogisticRegression} with C = 1 / ridge.
 */
final class RidgeLogistic {

    private static final int MOST_STEPS = 100;
    private static final double TOLERANCE = 1e-10;

    private final RealVector weights;

    private RidgeLogistic(RealVector weights) {
        this.weights = weights;
    }

    /**
     * Fits the model.
     *
     * @param features a row for each sample, standardized or of similar magnitude
     * @param positive whether y = +1 for each sample; both classes must occur
     * @param ridge above 0
     */
    static RidgeLogistic fit(double[][] features, boolean[] positive, double ridge) {
        checkArgument(ridge > 0, "a ridge of %s", ridge);
        RealMatrix design = withIntercept(features);
        RealVector weights = new ArrayRealVector(design.getColumnDimension());
        double loss = loss(design, positive, weights, ridge);
        for (int step = 0; step < MOST_STEPS; step++) {
            RealVector direction = direction(design, positive, weights, ridge);
            // A full Newton step can overshoot where curvature changes quickly.
            double length = 1;
            RealVector next = weights.add(direction);
            double nextLoss = loss(design, positive, next, ridge);
            while (nextLoss > loss && length > 1e-6) {
                length /= 2;
                next = weights.add(direction.mapMultiply(length));
                nextLoss = loss(design, positive, next, ridge);
            }
            weights = next;
            loss = nextLoss;
            if (direction.getLInfNorm() * length < TOLERANCE) {
                break;
            }
        }
        return new RidgeLogistic(weights);
    }

    private static RealMatrix withIntercept(double[][] features) {
        double[][] rows = new double[features.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[features[i].length + 1];
            rows[i][0] = 1;
            System.arraycopy(features[i], 0, rows[i], 1, features[i].length);
        }
        return new Array2DRowRealMatrix(rows, false);
    }

    private static double loss(
            RealMatrix design, boolean[] positive, RealVector weights, double ridge) {
        RealVector logits = design.operate(weights);
        double sum = 0;
        for (int i = 0; i < positive.length; i++) {
            sum += LogLoss.ofLogit(logits.getEntry(i), positive[i] ? 1 : 0);
        }
        for (int j = 1; j < weights.getDimension(); j++) {
            sum += ridge / 2 * weights.getEntry(j) * weights.getEntry(j);
        }
        return sum;
    }

    private static RealVector direction(
            RealMatrix design, boolean[] positive, RealVector weights, double ridge) {
        int columns = design.getColumnDimension();
        RealVector logits = design.operate(weights);
        double[] downhill = new double[columns];
        double[][] curvature = new double[columns][columns];
        for (int i = 0; i < positive.length; i++) {
            double[] row = design.getRow(i);
            double probability = Logit.toProbability(logits.getEntry(i));
            double miss = (positive[i] ? 1 : 0) - probability;
            double spread = probability * (1 - probability);
            for (int j = 0; j < columns; j++) {
                downhill[j] += miss * row[j];
                double part = spread * row[j];
                for (int k = 0; k <= j; k++) {
                    curvature[j][k] += part * row[k];
                }
            }
        }
        for (int j = 0; j < columns; j++) {
            if (j > 0) {
                downhill[j] -= ridge * weights.getEntry(j);
                curvature[j][j] += ridge;
            }
            for (int k = 0; k < j; k++) {
                curvature[k][j] = curvature[j][k];
            }
        }
        // The intercept is not penalized; with separable classes its curvature can vanish.
        curvature[0][0] += 1e-12;
        return new CholeskyDecomposition(new Array2DRowRealMatrix(curvature, false))
                .getSolver()
                .solve(new ArrayRealVector(downhill, false));
    }

    /** The probability that a sample is positive, in [0, 1]. */
    double probability(double[] features) {
        double logit = weights.getEntry(0);
        for (int j = 0; j < features.length; j++) {
            logit += weights.getEntry(j + 1) * features[j];
        }
        return Logit.toProbability(logit);
    }

    /** The intercept, then a weight for each feature. */
    double[] weights() {
        return weights.toArray();
    }
}
