package dev.fer4j.eval.inference.anova;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Significance;
import java.util.Locale;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Repeated-measures analysis of variance with one factor: do the means of conditions differ, where
 * each block (a training seed, a rotation) was observed once under every condition? Differences
 * between blocks are removed from the error term.
 *
 * <p>F = (SSC / (k − 1)) / (SSE / ((n − 1) (k − 1))), with SSC = n Σ (x̄.ⱼ − x̄)² between the k
 * conditions and SSE = Σ (xᵢⱼ − x̄ᵢ. − x̄.ⱼ + x̄)² the residual that neither the n blocks nor the
 * conditions explain.
 *
 * <p>p assumes that the differences of any two conditions have the same variance over blocks
 * (sphericity). pCorrected does not: both of its degrees of freedom are multiplied by ε = (Σ λ)² /
 * ((k − 1) Σ λ²), where λ are the eigenvalues of the doubly centred covariance matrix of the
 * conditions (S. W. Greenhouse, S. Geisser, "On methods in the analysis of profile data",
 * Psychometrika 24, 1959). Report this one; with few blocks it is conservative.
 *
 * @param f 0 or more
 * @param dfConditions number of conditions − 1
 * @param dfError (number of blocks − 1) · (number of conditions − 1)
 * @param p probability of an F at least as large if all means are equal and sphericity holds
 * @param epsilon Greenhouse and Geisser's ε, in [1 / (k − 1), 1]; 1 for two conditions
 * @param pCorrected the probability with corrected degrees of freedom
 * @param partialEtaSquared SSC / (SSC + SSE), in [0, 1]
 */
public record RepeatedMeasuresAnova(
        double f,
        int dfConditions,
        int dfError,
        double p,
        double epsilon,
        double pCorrected,
        double partialEtaSquared) {

    /** For display: {@code F(2, 8) = 5.10, epsilon = 0.62, corrected p = 0.072}. */
    public String toText() {
        return String.format(
                Locale.ROOT,
                "F(%d, %d) = %.2f, epsilon = %.2f, corrected %s",
                dfConditions,
                dfError,
                f,
                epsilon,
                Significance.text(pCorrected));
    }

    /**
     * Performs the test.
     *
     * <p>Undefined with fewer than two conditions or two blocks, or if conditions and blocks
     * explain all variation.
     *
     * @param blocks the observations of each block, one under each condition, in the conditions'
     *     order
     * @throws IllegalArgumentException if blocks differ in length or an observation is not finite
     */
    public static Finding<RepeatedMeasuresAnova> of(double[][] blocks) {
        int conditions = blocks.length == 0 ? 0 : blocks[0].length;
        for (double[] block : blocks) {
            checkArgument(
                    block.length == conditions,
                    "blocks of %s and of %s observations: every block needs one for each condition",
                    conditions,
                    block.length);
            for (double value : block) {
                checkArgument(
                        Double.isFinite(value),
                        "an observation is %s: expected finite numbers",
                        value);
            }
        }
        if (blocks.length < 2) {
            return Finding.undefined("needs at least two blocks; there are " + blocks.length);
        }
        if (conditions < 2) {
            return Finding.undefined("needs at least two conditions; there are " + conditions);
        }
        return result(blocks, conditions);
    }

    private static Finding<RepeatedMeasuresAnova> result(double[][] blocks, int conditions) {
        double[][] rest = centred(blocks);
        double[] effects = new double[conditions];
        double total = 0;
        for (double[] block : rest) {
            for (int j = 0; j < conditions; j++) {
                effects[j] += block[j] / rest.length;
                total += block[j] * block[j];
            }
        }
        double between = 0;
        double error = 0;
        for (int j = 0; j < conditions; j++) {
            between += rest.length * effects[j] * effects[j];
        }
        for (double[] block : rest) {
            for (int j = 0; j < conditions; j++) {
                block[j] -= effects[j];
                error += block[j] * block[j];
            }
        }
        // A tiny remainder is rounding error, not variation.
        if (error <= 1e-26 * (total + squares(blocks))) {
            return Finding.undefined(
                    "conditions and blocks explain everything: there is no residual variance");
        }
        int dfConditions = conditions - 1;
        int dfError = dfConditions * (blocks.length - 1);
        double f = between / dfConditions / (error / dfError);
        double epsilon = epsilon(rest, error);
        return Finding.of(
                new RepeatedMeasuresAnova(
                        f,
                        dfConditions,
                        dfError,
                        FDistribution.of(dfConditions, dfError).survivalProbability(f),
                        epsilon,
                        FDistribution.of(epsilon * dfConditions, epsilon * dfError)
                                .survivalProbability(f),
                        between / (between + error)));
    }

    /** Each observation minus the mean of its block. */
    private static double[][] centred(double[][] blocks) {
        double[][] centred = new double[blocks.length][];
        for (int i = 0; i < blocks.length; i++) {
            centred[i] = blocks[i].clone();
            // Distances from one of the observations are small, so their mean loses no precision.
            double origin = centred[i][0];
            double mean = 0;
            for (int j = 0; j < centred[i].length; j++) {
                centred[i][j] -= origin;
                mean += centred[i][j] / centred[i].length;
            }
            for (int j = 0; j < centred[i].length; j++) {
                centred[i][j] -= mean;
            }
        }
        return centred;
    }

    /** The trace of a symmetric matrix is Σ λ, the sum of its squared elements Σ λ². */
    private static double epsilon(double[][] residuals, double trace) {
        int conditions = residuals[0].length;
        double squares = 0;
        for (int j = 0; j < conditions; j++) {
            for (int l = 0; l < conditions; l++) {
                double product = 0;
                for (double[] block : residuals) {
                    product += block[j] * block[l];
                }
                squares += product * product;
            }
        }
        double epsilon = trace * trace / ((conditions - 1) * squares);
        return Math.max(1.0 / (conditions - 1), Math.min(1, epsilon));
    }

    private static double squares(double[][] blocks) {
        double sum = 0;
        for (double[] block : blocks) {
            for (double value : block) {
                sum += value * value;
            }
        }
        return sum;
    }
}
