package dev.fer4j.eval.calibration;

import com.google.common.collect.ImmutableList;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.internal.CaseArrays;
import dev.fer4j.eval.internal.CompensatedSum;
import dev.fer4j.eval.metric.Outcome;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The observed frequency of the positive class as a function of its predicted probability (A.
 * Niculescu-Mizil, R. Caruana, "Predicting good probabilities with supervised learning", ICML
 * 2005). The bins of a calibrated model lie on the diagonal.
 *
 * @param binning how probabilities were binned
 * @param bins the non-empty bins, in ascending order
 */
public record ReliabilityCurve(Binning binning, List<Bin> bins) {

    /**
     * A bin with at least one sample. A probability on an edge belongs to the bin below it.
     *
     * @param lower its lower edge, exclusive unless it is the lowest bin
     * @param upper its upper edge, inclusive
     * @param count the number of its samples
     * @param positives the number of its positive samples
     * @param meanProbability the mean of its predicted probabilities
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
     * Bins probabilities.
     *
     * @param positives whether each sample is of the positive class
     * @param probabilities each sample's probability of the positive class, in [0, 1]
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

    /** Bins predictions. */
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

    /** The number of samples. */
    public int count() {
        return bins.stream().mapToInt(Bin::count).sum();
    }

    /**
     * Expected calibration error: the mean of the bins' errors, Σ nᵦ / n |shareᵦ − mean
     * probabilityᵦ|, in [0, 1] (M. P. Naeini, G. F. Cooper, M. Hauskrecht, AAAI 2015; C. Guo et
     * al., ICML 2017). It depends on the binning, is biased upwards when bins have few samples, and
     * is 0 for a model that always predicts the prevalence: read it together with a measure of
     * skill. Undefined without samples.
     */
    public Outcome expectedCalibrationError() {
        int n = count();
        return n == 0 ? noSamples() : Outcome.of(sum(bin -> bin.count() * bin.error()) / n);
    }

    /**
     * Maximum calibration error: the largest of the bins' errors, in [0, 1]. A bin with a single
     * sample can determine it. Undefined without samples.
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

    /** The bin of a probability. */
    Bin binOf(double probability) {
        return bins.stream()
                .filter(bin -> probability <= bin.upper())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(probability + " is in no bin"));
    }

    /** The sum of a quantity over the bins. */
    double sum(ToDoubleFunction<Bin> number) {
        CompensatedSum sum = new CompensatedSum();
        bins.forEach(bin -> sum.add(number.applyAsDouble(bin)));
        return sum.value();
    }
}
