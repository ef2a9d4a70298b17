package dev.fer4j.eval.multiclass;

import dev.fer4j.eval.calibration.Temperature;
import dev.fer4j.eval.calibration.TemperatureFit;
import dev.fer4j.eval.internal.CompensatedSum;
import dev.fer4j.eval.metric.Logit;
import java.util.Arrays;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Temperature scaling of K probabilities: logits are divided by a {@link Temperature}, which makes
 * all probabilities more or less confident without changing which is the highest (C. Guo et al.,
 * ICML 2017). For two classes it is the same as {@link TemperatureFit#of(boolean[], double[])}.
 */
public final class ClassTemperature {

    private static final int EVALUATIONS = 1000;

    private final double[][] logs;
    private final int[] truth;

    private ClassTemperature(double[][] logs, int[] truth) {
        this.logs = logs;
        this.truth = truth;
    }

    /**
     * Fits the temperature that minimizes the log loss; fit it on validation data. As a function of
     * 1 / T the loss is convex; the zero of its slope is found to within 10⁻¹² of 1 / T.
     * Probabilities are clipped to 2⁻⁵² from 0 and 1.
     *
     * @param validation created with {@link ClassScores#ofProbabilities}
     * @return undefined without samples; if every sample's true class has the highest probability
     *     (the temperature would be 0); and if no temperature is better than equal probabilities
     */
    public static TemperatureFit fit(ClassScores validation) {
        if (validation.size() == 0) {
            return new TemperatureFit.Undefined("there are no samples");
        }
        double[][] logs = new double[validation.size()][];
        int[] truth = new int[validation.size()];
        for (int i = 0; i < truth.length; i++) {
            logs[i] = logs(validation, i);
            truth[i] = validation.truth(i);
        }
        return new ClassTemperature(logs, truth).fit();
    }

    /** Rescales probabilities to a temperature. */
    public static ClassScores apply(Temperature temperature, ClassScores scores) {
        double[][] rescaled = new double[scores.size()][];
        int[] truth = new int[scores.size()];
        for (int i = 0; i < truth.length; i++) {
            rescaled[i] = softmax(logs(scores, i), 1 / temperature.value());
            truth[i] = scores.truth(i);
        }
        return ClassScores.ofProbabilities(scores.classes(), truth, rescaled);
    }

    private static double[] logs(ClassScores scores, int sample) {
        double[] logs = new double[scores.count()];
        for (int c = 0; c < logs.length; c++) {
            logs[c] = Math.log(Logit.clip(scores.score(sample, c)));
        }
        return logs;
    }

    /** The softmax of {@code inverse · logs}. */
    private static double[] softmax(double[] logs, double inverse) {
        double highest = Arrays.stream(logs).max().orElseThrow();
        double[] shares = Arrays.stream(logs).map(z -> Math.exp(inverse * (z - highest))).toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    private TemperatureFit fit() {
        double rounding = 1e-12 * Arrays.stream(logs).mapToDouble(ClassTemperature::spread).sum();
        if (slope(0) >= -rounding / logs.length) {
            return new TemperatureFit.Undefined(
                    "no temperature makes the probabilities better than equal ones");
        }
        if (isSeparated()) {
            return new TemperatureFit.Undefined(
                    "the true class of every sample has the highest probability: the more confident"
                            + " the probabilities are made, the lower the loss");
        }
        double upper = 1;
        while (slope(upper) < 0) {
            upper *= 2;
        }
        double inverse =
                new BrentSolver(1e-14, 1e-300, 0).solve(EVALUATIONS, this::slope, 0, upper);
        return new Temperature(1 / inverse, truth.length);
    }

    private static double spread(double[] some) {
        return Arrays.stream(some).max().orElseThrow() - Arrays.stream(some).min().orElseThrow();
    }

    private boolean isSeparated() {
        for (int i = 0; i < truth.length; i++) {
            if (logs[i][truth[i]] < Arrays.stream(logs[i]).max().orElseThrow()) {
                return false;
            }
        }
        return true;
    }

    /** The derivative of the mean loss with respect to 1 / T. */
    private double slope(double inverse) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < truth.length; i++) {
            double[] shares = softmax(logs[i], inverse);
            for (int c = 0; c < shares.length; c++) {
                sum.add(shares[c] * (logs[i][c] - logs[i][truth[i]]));
            }
        }
        return sum.value() / truth.length;
    }
}
