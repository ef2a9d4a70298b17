package dev.fer4j.benchmarks.evaluation;

import dev.fer4j.core.Seed;
import dev.fer4j.eval.inference.anova.OneWayAnova;
import dev.fer4j.eval.metric.RocCurve;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The fer4j contestant: repeats its work, after twice as many untimed repetitions, and prints the
 * seconds per repetition. The work is that of {@code peers/evaluation_sklearn.py}.
 */
final class EvaluateScores {

    /** The number of images in the paper's test set. */
    private static final int IMAGES = 3020;

    private static final int PEOPLE = 20;
    private static final int REPLICATES = 1000;

    /** Work that returns a number, so that it cannot be optimized away. */
    @FunctionalInterface
    private interface Work {
        double run();
    }

    private EvaluateScores() {}

    /**
     * Takes {@code areas}, {@code images}, {@code people} or {@code anova}, the number of samples
     * (for the first and the last), and the number of repetitions.
     */
    public static void main(String[] arguments) {
        int samples = Integer.parseInt(arguments[1]);
        int repetitions = Integer.parseInt(arguments[2]);
        RandomGenerator random = new Seed(1).generator();
        Work work =
                switch (arguments[0]) {
                    case "areas" -> areas(new Drawn(samples, random));
                    case "images" -> bootstrap(new Drawn(IMAGES, random), random, IMAGES);
                    case "people" -> bootstrap(new Drawn(IMAGES, random), random, PEOPLE);
                    case "anova" -> anova(samples, random);
                    default -> throw new IllegalArgumentException(arguments[0]);
                };
        run(work, 2 * repetitions);
        long start = System.nanoTime();
        double result = run(work, repetitions);
        double seconds = (System.nanoTime() - start) / 1e9 / repetitions;
        System.out.println("mean result " + result / repetitions);
        System.out.println(seconds);
    }

    private static double run(Work work, int repetitions) {
        double sum = 0;
        for (int i = 0; i < repetitions; i++) {
            sum += work.run();
        }
        return sum;
    }

    /** Random samples, five in six of them positive, with better than random scores. */
    private static final class Drawn {

        private final boolean[] positives;
        private final double[] scores;

        Drawn(int samples, RandomGenerator random) {
            positives = new boolean[samples];
            scores = new double[samples];
            for (int i = 0; i < samples; i++) {
                positives[i] = random.nextInt(6) > 0;
                scores[i] = 0.8 * random.nextDouble() + (positives[i] ? 0.2 : 0);
            }
        }
    }

    private static Work areas(Drawn drawn) {
        return () -> {
            RocCurve roc = RocCurve.of(drawn.positives, drawn.scores);
            return roc.auc().value().orElseThrow()
                    + roc.precisionRecall().averagePrecision().value().orElseThrow();
        };
    }

    /** Bootstraps clusters; image i belongs to cluster i modulo their number. */
    private static Work bootstrap(Drawn drawn, RandomGenerator random, int clusters) {
        return () -> {
            RocCurve roc = RocCurve.of(drawn.positives, drawn.scores);
            int[] times = new int[clusters];
            int[] weights = new int[IMAGES];
            double sum = 0;
            for (int replicate = 0; replicate < REPLICATES; replicate++) {
                Arrays.fill(times, 0);
                for (int i = 0; i < clusters; i++) {
                    times[below(clusters, random)]++;
                }
                for (int first = 0; first < IMAGES; first += clusters) {
                    System.arraycopy(times, 0, weights, first, Math.min(clusters, IMAGES - first));
                }
                sum += roc.auc(weights).value().orElseThrow();
            }
            return sum / REPLICATES;
        };
    }

    /** Draws a uniform integer below a bound (D. Lemire, ACM TOMACS 29, 2019). */
    private static int below(int bound, RandomGenerator random) {
        long product = Integer.toUnsignedLong(random.nextInt()) * bound;
        while (Integer.compareUnsigned((int) product, bound) < 0
                && Integer.compareUnsigned((int) product, Integer.remainderUnsigned(-bound, bound))
                        < 0) {
            product = Integer.toUnsignedLong(random.nextInt()) * bound;
        }
        return (int) (product >>> Integer.SIZE);
    }

    private static Work anova(int samples, RandomGenerator random) {
        List<double[]> groups =
                List.of(
                        normal(samples / 3, random),
                        normal(samples / 3, random),
                        normal(samples - 2 * (samples / 3), random));
        return () -> OneWayAnova.of(groups).hashCode();
    }

    private static double[] normal(int samples, RandomGenerator random) {
        double[] values = new double[samples];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }
}
