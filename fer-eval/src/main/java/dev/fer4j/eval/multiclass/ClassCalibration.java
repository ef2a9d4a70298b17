package dev.fer4j.eval.multiclass;

import dev.fer4j.eval.calibration.Binning;
import dev.fer4j.eval.calibration.ReliabilityCurve;
import dev.fer4j.eval.internal.CompensatedSum;
import dev.fer4j.eval.metric.Logit;
import dev.fer4j.eval.metric.Outcome;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far probabilities of K classes can be taken at their word. All are undefined without samples.
 *
 * @param brier the mean of Σ (pₖ − yₖ)² over the classes, in [0, 2], lower is better (G. W. Brier,
 *     1950); for two classes twice {@link dev.fer4j.eval.calibration.BrierScore}'s, which counts
 *     one class. Without skill it is 1 − 1/K
 * @param logLoss the mean of −log p of the true class, 0 or more; probabilities are clipped to 2⁻⁵²
 *     from 0 and 1. Same as scikit-learn's {@code log_loss} if the probabilities of a sample have
 *     the sum 1
 * @param confidenceError expected calibration error of the highest probability (C. Guo et al., ICML
 *     2017), in [0, 1]
 * @param classwiseError the mean over the classes of the expected calibration error of the class's
 *     probability (M. Kull et al., NeurIPS 2019), in [0, 1]. A class without samples counts, since
 *     probabilities for it are wrong
 * @param byClass each class's calibration, in the order of the classes
 */
public record ClassCalibration(
        Outcome brier,
        Outcome logLoss,
        Outcome confidenceError,
        Outcome classwiseError,
        List<ReliabilityCurve> byClass) {

    public ClassCalibration {
        byClass = List.copyOf(byClass);
    }

    /**
     * Measures calibration.
     *
     * @param scores created with {@link ClassScores#ofProbabilities}
     * @throws IllegalArgumentException if a score is not in [0, 1]
     */
    public static ClassCalibration of(ClassScores scores, Binning binning) {
        List<ReliabilityCurve> byClass =
                IntStream.range(0, scores.count())
                        .mapToObj(
                                c ->
                                        ReliabilityCurve.of(
                                                scores.areOf(c), scores.scoresFor(c), binning))
                        .toList();
        if (scores.size() == 0) {
            Outcome none = Outcome.undefined("there are no samples");
            return new ClassCalibration(none, none, none, none, byClass);
        }
        CompensatedSum errors = new CompensatedSum();
        byClass.forEach(
                curve -> errors.add(curve.expectedCalibrationError().value().orElseThrow()));
        return new ClassCalibration(
                Outcome.of(brier(scores)),
                Outcome.of(logLoss(scores)),
                confidence(scores, binning).expectedCalibrationError(),
                Outcome.of(errors.value() / scores.count()),
                byClass);
    }

    private static double brier(ClassScores scores) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < scores.size(); i++) {
            for (int c = 0; c < scores.count(); c++) {
                double distance = scores.score(i, c) - (scores.truth(i) == c ? 1 : 0);
                sum.add(distance * distance);
            }
        }
        return sum.value() / scores.size();
    }

    private static double logLoss(ClassScores scores) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < scores.size(); i++) {
            sum.add(-Math.log(Logit.clip(scores.score(i, scores.truth(i)))));
        }
        return sum.value() / scores.size();
    }

    private static ReliabilityCurve confidence(ClassScores scores, Binning binning) {
        boolean[] right = new boolean[scores.size()];
        double[] highest = new double[scores.size()];
        for (int i = 0; i < right.length; i++) {
            int best = scores.best(i);
            right[i] = best == scores.truth(i);
            highest[i] = scores.score(i, best);
        }
        return ReliabilityCurve.of(right, highest, binning);
    }
}
