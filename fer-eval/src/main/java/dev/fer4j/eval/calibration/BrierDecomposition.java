package dev.fer4j.eval.calibration;

import dev.fer4j.core.Predictions;
import dev.fer4j.eval.internal.CompensatedSum;
import java.util.Optional;

/**
 * The decomposition of a Brier score (A. H. Murphy, "A new vector partition of the probability
 * score", Journal of Applied Meteorology 12, 1973), over the bins of a reliability curve: score =
 * reliability − resolution + uncertainty + within, where the last term is 0 if all probabilities in
 * a bin are equal (D. B. Stephenson, C. A. S. Coelho, I. T. Jolliffe, "Two extra components in the
 * Brier score decomposition", Weather and Forecasting 23, 2008).
 *
 * @param reliability Σ nᵦ / n (mean probabilityᵦ − shareᵦ)², in [0, 1]; 0 if the bins are
 *     calibrated
 * @param resolution Σ nᵦ / n (shareᵦ − prevalence)², in [0, uncertainty]; how much the bins' shares
 *     differ; higher is better
 * @param uncertainty prevalence (1 − prevalence), in [0, 0.25]; a property of the data, not of the
 *     model
 * @param within 1/n Σ ((pᵢ − mean probabilityᵦ)² − 2 (pᵢ − mean probabilityᵦ) yᵢ): the contribution
 *     within bins; negative where probabilities separate positive from negative samples of the same
 *     bin
 */
public record BrierDecomposition(
        double reliability, double resolution, double uncertainty, double within) {

    /**
     * Decomposes the score.
     *
     * @param positives whether each sample is of the positive class
     * @param probabilities each sample's probability of the positive class, in [0, 1]
     * @return empty without samples
     * @throws IllegalArgumentException if the lengths differ or a probability is not in [0, 1]
     */
    public static Optional<BrierDecomposition> of(
            boolean[] positives, double[] probabilities, Binning binning) {
        ReliabilityCurve curve = ReliabilityCurve.of(positives, probabilities, binning);
        int n = curve.count();
        if (n == 0) {
            return Optional.empty();
        }
        double prevalence = curve.sum(ReliabilityCurve.Bin::positives) / n;
        double uncertainty = prevalence * (1 - prevalence);
        double reliability =
                curve.sum(bin -> bin.count() * Math.pow(bin.meanProbability() - bin.share(), 2));
        double resolution = curve.sum(bin -> bin.count() * Math.pow(bin.share() - prevalence, 2));
        return Optional.of(
                new BrierDecomposition(
                        reliability / n,
                        resolution / n,
                        uncertainty,
                        within(curve, positives, probabilities) / n));
    }

    /** Decomposes the score of predictions. */
    public static Optional<BrierDecomposition> of(Predictions cases, Binning binning) {
        return of(cases.positives(), cases.probabilities(), binning);
    }

    private static double within(
            ReliabilityCurve curve, boolean[] positives, double[] probabilities) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < probabilities.length; i++) {
            double distance = probabilities[i] - curve.binOf(probabilities[i]).meanProbability();
            sum.add(distance * (distance - (positives[i] ? 2 : 0)));
        }
        return sum.value();
    }

    /** Reliability − resolution + uncertainty + within: the Brier score. */
    public double total() {
        return reliability - resolution + uncertainty + within;
    }
}
