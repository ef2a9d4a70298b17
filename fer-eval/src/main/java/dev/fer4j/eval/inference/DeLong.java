package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.eval.inference.internal.DenseRanks;
import dev.fer4j.eval.internal.CaseArrays;
import dev.fer4j.eval.internal.OneClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The ROC AUC of several models on the same samples with their covariances, by the structural
 * components of DeLong, DeLong and Clarke-Pearson ("Comparing the areas under two or more
 * correlated receiver operating characteristic curves", Biometrics 44, 1988), which are computed
 * from midranks in O(n log n) (X. Sun, W. Xu, "Fast implementation of DeLong's algorithm", IEEE
 * Signal Processing Letters 21, 2014).
 *
 * <p>A positive sample's component is the share of negatives that it outranks, a negative sample's
 * the share of positives that outrank it, ties counting half. With M positives in I₁ clusters, N
 * negatives in I₀ clusters, and I clusters in all, the covariance of two models is
 *
 * <p>I₁ / (I₁ − 1) · Σ a a′ / M² + I₀ / (I₀ − 1) · Σ b b′ / N² + I / (I − 1) · Σ (a b′ + b a′) / (M
 * N)
 *
 * <p>where a is the sum of a cluster's components of positives, minus its number of positives times
 * the AUC; b is the same for negatives; and a′, b′ are those of the other model (N. A. Obuchowski,
 * "Nonparametric analysis of clustered ROC curve data", Biometrics 53, 1997). If every sample is a
 * cluster, this is DeLong's formula.
 *
 * <p><strong>Without clusters it assumes independent samples.</strong> Ten frames of a recording
 * are not: testing images with {@link #of} rejects half of the comparisons of equally good models
 * (measured: docs/benchmarks.md). Use it for data with one sample per person.
 */
public final class DeLong {

    private static final double ROUNDING = 1e-20;

    private final double[] aucs;
    private final double[][] positiveParts;
    private final double[][] negativeParts;
    private final Counts counts;
    private final double degreesOfFreedom;

    /** The number of samples of each class, and of the clusters that contain any. */
    private record Counts(int positives, int negatives, int withPositives, int withNegatives) {}

    private DeLong(
            boolean[] positives,
            List<double[]> scores,
            Clusters clusters,
            Counts counts,
            double degreesOfFreedom) {
        this.counts = counts;
        this.degreesOfFreedom = degreesOfFreedom;
        aucs = new double[scores.size()];
        positiveParts = new double[scores.size()][clusters.count()];
        negativeParts = new double[scores.size()][clusters.count()];
        for (int model = 0; model < aucs.length; model++) {
            decompose(model, positives, scores.get(model), clusters);
        }
    }

    /**
     * Treats samples as independent and uses the normal distribution.
     *
     * @param positives whether each sample is of the positive class
     * @param scores the scores of each model, one for each sample
     * @return undefined unless there are at least two samples of each class
     * @throws IllegalArgumentException if lengths differ or a score is not finite
     */
    public static Finding<DeLong> of(boolean[] positives, List<double[]> scores) {
        Clusters each =
                Clusters.of(
                        IntStream.range(0, positives.length).mapToObj(Integer::toString).toList());
        return decomposed(positives, scores, each, "sample", true);
    }

    /**
     * Treats samples as clustered and uses Student's t distribution, whose degrees of freedom are
     * the number of clusters with positives, or of those with negatives if they are fewer, minus
     * one. Obuchowski uses the normal distribution, with which the test rejects too often for
     * twenty people (6 to 10 % of equally good models).
     *
     * @param positives whether each sample is of the positive class
     * @param scores the scores of each model, one for each sample
     * @param clusters of the samples
     * @return undefined unless each class occurs in at least two clusters
     * @throws IllegalArgumentException if lengths differ or a score is not finite
     */
    public static Finding<DeLong> clustered(
            boolean[] positives, List<double[]> scores, Clusters clusters) {
        clusters.checkSamples(positives.length);
        return decomposed(positives, scores, clusters, "participant", false);
    }

    private static Finding<DeLong> decomposed(
            boolean[] positives,
            List<double[]> scores,
            Clusters clusters,
            String unit,
            boolean isNormal) {
        for (double[] ofModel : scores) {
            CaseArrays.checkScores(positives, ofModel);
        }
        Counts counts = count(positives, clusters);
        Optional<String> oneClass = OneClass.reason(counts.positives(), positives.length);
        if (oneClass.isPresent()) {
            return Finding.undefined(oneClass.get());
        }
        int fewer = Math.min(counts.withPositives(), counts.withNegatives());
        if (fewer < 2) {
            return Finding.undefined(
                    "only one %s%s of the positive class: a variance needs two"
                            .formatted(unit, counts.withPositives() < 2 ? " is" : " is not"));
        }
        return Finding.of(
                new DeLong(
                        positives,
                        scores,
                        clusters,
                        counts,
                        isNormal ? Double.POSITIVE_INFINITY : fewer - 1));
    }

    private static Counts count(boolean[] positives, Clusters clusters) {
        boolean[] hasPositive = new boolean[clusters.count()];
        boolean[] hasNegative = new boolean[clusters.count()];
        int count = 0;
        for (int i = 0; i < positives.length; i++) {
            (positives[i] ? hasPositive : hasNegative)[clusters.of(i)] = true;
            count += positives[i] ? 1 : 0;
        }
        return new Counts(
                count, positives.length - count, countTrue(hasPositive), countTrue(hasNegative));
    }

    private static int countTrue(boolean[] values) {
        int count = 0;
        for (boolean value : values) {
            count += value ? 1 : 0;
        }
        return count;
    }

    /**
     * Sums a model's components by cluster, and divides by the number of samples of the class. All
     * numbers are multiples of one half before the division, so a spread of zero is exactly zero.
     */
    private void decompose(int model, boolean[] positives, double[] scores, Clusters clusters) {
        double m = counts.positives();
        double n = counts.negatives();
        double[] all = new DenseRanks(scores).midranks();
        double[] among = new double[positives.length];
        amongClass(true, positives, scores, among);
        amongClass(false, positives, scores, among);
        double[] a = positiveParts[model];
        double[] b = negativeParts[model];
        double[] clusterPositives = new double[a.length];
        double[] clusterNegatives = new double[a.length];
        double wins = 0;
        for (int i = 0; i < positives.length; i++) {
            int cluster = clusters.of(i);
            double otherClassBelow = all[i] - among[i];
            if (positives[i]) {
                a[cluster] += otherClassBelow;
                clusterPositives[cluster]++;
                wins += otherClassBelow;
            } else {
                b[cluster] += m - otherClassBelow;
                clusterNegatives[cluster]++;
            }
        }
        aucs[model] = wins / (m * n);
        for (int i = 0; i < a.length; i++) {
            a[i] = (a[i] * m - clusterPositives[i] * wins) / (m * m * n);
            b[i] = (b[i] * n - clusterNegatives[i] * wins) / (m * n * n);
        }
    }

    /** Midranks of the samples of one class among themselves. */
    private static void amongClass(
            boolean ofPositives, boolean[] positives, double[] scores, double[] into) {
        double[] ofClass = new double[scores.length];
        int size = 0;
        for (int i = 0; i < scores.length; i++) {
            if (positives[i] == ofPositives) {
                ofClass[size++] = scores[i];
            }
        }
        double[] midranks = new DenseRanks(Arrays.copyOf(ofClass, size)).midranks();
        size = 0;
        for (int i = 0; i < scores.length; i++) {
            if (positives[i] == ofPositives) {
                into[i] = midranks[size++];
            }
        }
    }

    /**
     * The AUC of a model, in [0, 1], with its standard error. Its interval can extend beyond [0,
     * 1]: clamp it, or use the one on the logit scale. A model with a perfect ranking or a constant
     * score has a standard error of zero, and so neither interval nor test.
     */
    public Estimate auc(int model) {
        double[] weights = new double[aucs.length];
        weights[model] = 1;
        return combination(weights);
    }

    /**
     * The AUC of a model minus that of another, in [−1, 1], with its standard error, which is zero
     * for models with the same ranking.
     */
    public Estimate difference(int model, int other) {
        checkArgument(model != other, "model %s cannot be compared with itself", model);
        double[] weights = new double[aucs.length];
        weights[model] = 1;
        weights[other] = -1;
        return combination(weights);
    }

    /**
     * A weighted sum of the AUCs, for example a difference of means over models trained with
     * several seeds.
     *
     * @param weights one weight for each model
     */
    public Estimate combination(double... weights) {
        checkArgument(
                weights.length == aucs.length,
                "%s weights of %s models",
                weights.length,
                aucs.length);
        double value = 0;
        double[] a = new double[positiveParts[0].length];
        double[] b = new double[a.length];
        for (int model = 0; model < weights.length; model++) {
            value += weights[model] * aucs[model];
            for (int i = 0; i < a.length; i++) {
                a[i] += weights[model] * positiveParts[model][i];
                b[i] += weights[model] * negativeParts[model][i];
            }
        }
        double variance = covariance(a, b, a, b);
        // If the contributions of both classes cancel in every cluster, only rounding errors
        // remain.
        boolean cancels = variance <= ROUNDING * (squares(a) + squares(b));
        return new Estimate(value, cancels ? 0 : Math.sqrt(variance), degreesOfFreedom);
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    /** The covariance of the AUCs of two models; for a model with itself, its variance. */
    public double covariance(int model, int other) {
        return covariance(
                positiveParts[model],
                negativeParts[model],
                positiveParts[other],
                negativeParts[other]);
    }

    private double covariance(double[] a, double[] b, double[] a2, double[] b2) {
        double positive = 0;
        double negative = 0;
        double both = 0;
        for (int i = 0; i < a.length; i++) {
            positive += a[i] * a2[i];
            negative += b[i] * b2[i];
            both += a[i] * b2[i] + b[i] * a2[i];
        }
        return corrected(counts.withPositives()) * positive
                + corrected(counts.withNegatives()) * negative
                + corrected(a.length) * both;
    }

    private static double corrected(double clusters) {
        return clusters / (clusters - 1);
    }
}
