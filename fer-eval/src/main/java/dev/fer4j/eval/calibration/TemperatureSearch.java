package dev.fer4j.eval.calibration;

import dev.fer4j.eval.internal.CompensatedSum;
import dev.fer4j.eval.metric.Logit;
import java.util.Arrays;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Finds the temperature that minimizes the log loss, as the zero of the loss's derivative with
 * respect to 1 / T.
 */
final class TemperatureSearch {

    private static final double RELATIVE_ACCURACY = 1e-14;
    private static final double ABSOLUTE_ACCURACY = 1e-300;
    private static final double ROUNDING = 1e-12;
    private static final int EVALUATIONS = 1000;

    /**
     * Each sample's logit if it is positive, its negative otherwise: positive if the prediction is
     * on the right side of one half.
     */
    private final double[] margins;

    TemperatureSearch(boolean[] positives, double[] probabilities) {
        margins = new double[probabilities.length];
        for (int i = 0; i < margins.length; i++) {
            double logit = Logit.of(probabilities[i]);
            margins[i] = positives[i] ? logit : -logit;
        }
    }

    TemperatureFit fit() {
        // Rounding can keep the sum of margins of both signs from being exactly 0.
        if (slope(0) >= -ROUNDING * Arrays.stream(margins).map(Math::abs).sum() / margins.length) {
            return new TemperatureFit.Undefined(
                    "the probabilities lie on the wrong side of one half: no temperature makes them"
                            + " better than always predicting one half");
        }
        if (isSeparated()) {
            return new TemperatureFit.Undefined(
                    "all probabilities lie on the right side of one half: the more confident they"
                            + " are made, the lower the loss");
        }
        double upper = 1;
        while (slope(upper) < 0) {
            upper *= 2;
        }
        double inverse =
                new BrentSolver(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY, 0)
                        .solve(EVALUATIONS, this::slope, 0, upper);
        return new Temperature(1 / inverse, margins.length);
    }

    private boolean isSeparated() {
        for (double margin : margins) {
            if (margin < 0) {
                return false;
            }
        }
        return true;
    }

    /** d/dβ 1/n Σ log(1 + exp(−β mᵢ)) = −1/n Σ mᵢ / (1 + exp(β mᵢ)); increasing in β = 1 / T. */
    private double slope(double inverse) {
        CompensatedSum sum = new CompensatedSum();
        for (double margin : margins) {
            sum.add(-margin * Logit.toProbability(-inverse * margin));
        }
        return sum.value() / margins.length;
    }
}
