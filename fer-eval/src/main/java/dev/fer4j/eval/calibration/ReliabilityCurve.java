package dev.fer4j.eval.calibration;

import com.google.common.collect.ImmutableList;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.internal.CaseArrays;
import dev.fer4j.eval.internal.CompensatedSum;
import dev.fer4j.eval.metric.Outcome;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How often the positive class occurs where a model says that it does with a certain probability
 * (A. Niculescu-Mizil, R. Caruana, "Predicting good probabilities with supervised learning", ICML
 * 2005). A calibrated model is right in as many cases as it says: its bins lie on the diagonal.
 *
 * @param binning how probabilities were put into bins
 * @param bins those with samples in them, from the lowest
 */
public record ReliabilityCurve(Binning binning, List<Bin> bins) {

    /**
     * A bin with at least one sample. A probability on an edge belongs to the bin below it.
     *
     * @param lower its lower edge, exclusive unless it is the lowest bin
     * @param upper its upper edge, inclusive
     * @param count how many samples it has
     * @param positives how many of them are positive
     * @param meanProbability the mean of their probabilities
     */
    public record Bin(
            double lower, double upper, int count, int positives, double meanProbability) {

        /** The share of positive samples, in [0, 1]. */
        public double share() {
            return (double) positives / count;
        }

        /** |share − mean probability|, in [0, 1]. */
        public double error() {
            return Math.abs(share() - meanProbability);
        }
    }

    public ReliabilityCurve {
        bins = List.copyOf(bins);
    }

    /**
     * Puts probabilities into bins.
     *
     * @param positives for each sample whether it is of the positive class
     * @param probabilities for each sample that of the positive class, in [0, 1]
     * @throws IllegalArgumentException if the lengths differ or a probability is not in [0, 1]
     */
    public static ReliabilityCurve of(
            boolean[] positives, double[] probabilities, Binning binning) {
        CaseArrays.checkProbabilities(positives, probabilities);
        if (probabilities.length == 0) {
            return new ReliabilityCurve(binning, List.of());
        }
        double[] edges = binning.edges(probabilities);
        int[] count = new int[binning.bins()];
        int[] positive = new int[binning.bins()];
        CompensatedSum[] sum = new CompensatedSum[binning.bins()];
        for (int i = 0; i < probabilities.length; i++) {
            int bin = bin(edges, probabilities[i]);
            sum[bin] = sum[bin] == null ? new CompensatedSum() : sum[bin];
            sum[bin].add(probabilities[i]);
            count[bin]++;
            positive[bin] += positives[i] ? 1 : 0;
        }
        ImmutableList.Builder<Bin> bins = ImmutableList.builder();
        for (int b = 0; b < count.length; b++) {
            if (count[b] > 0) {
                double mean = sum[b].value() / count[b];
                bins.add(new Bin(edges[b], edges[b + 1], count[b], positive[b], mean));
            }
        }
        return new ReliabilityCurve(binning, bins.build());
    }

    /** Puts predictions into bins. */
    public static ReliabilityCurve of(Predictions cases, Binning binning) {
        return of(cases.positives(), cases.probabilities(), binning);
    }

    /** The lowest bin whose upper edge is not below the probability. */
    private static int bin(double[] edges, double probability) {
        int low = 0;
        int high = edges.length - 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (probability <= edges[middle + 1]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** How many samples there are. */
    public int count() {
        return bins.stream().mapToInt(Bin::count).sum();
    }

    /**
     * Expected calibration error: the mean of the bins' errors, Σ nᵦ / n |shareᵦ − mean
     * probabilityᵦ|, in [0, 1] (M. P. Naeini, G. F. Cooper, M. Hauskrecht, AAAI 2015; C. Guo et
     * al., ICML 2017). It depends on the binning, tends to be too high with few samples in a bin,
     * and is 0 for a model that always says the prevalence: read it beside a measure of skill.
     * Undefined without samples.
     */
    public Outcome expectedCalibrationError() {
        int n = count();
        return n == 0 ? noSamples() : Outcome.of(sum(bin -> bin.count() * bin.error()) / n);
    }

    /**
     * Maximum calibration error: the largest of the bins' errors, in [0, 1]. One sample that is
     * alone in its bin can decide it. Undefined without samples.
     */
    public Outcome maximumCalibrationError() {
        return bins.stream()
                .map(Bin::error)
                .max(Double::compare)
                .map(Outcome::of)
                .orElseGet(ReliabilityCurve::noSamples);
    }

    private static Outcome noSamples() {
        return Outcome.undefined("there are no samples");
    }

    /** The bin that a probability was put into. */
    Bin binOf(double probability) {
        return bins.stream()
                .filter(bin -> probability <= bin.upper())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(probability + " is in no bin"));
    }

    /** The sum of a number over the bins. */
    double sum(ToDoubleFunction<Bin> number) {
        CompensatedSum sum = new CompensatedSum();
        bins.forEach(bin -> sum.add(number.applyAsDouble(bin)));
        return sum.value();
    }
}
