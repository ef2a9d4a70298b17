package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.primitives.Doubles;
import dev.fer4j.core.Seed;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The cluster bootstrap: each resample draws as many people as there are, with replacement, and
 * takes all samples of each (A. C. Davison, D. V. Hinkley, "Bootstrap methods and their
 * application", 1997, section 3.8). Optionally, the recordings of each drawn person are then
 * resampled too, with replacement.
 *
 * <p>A resample for which the metric is undefined, for example because it has only one class, is
 * redrawn and counted.
 *
 * <p>With about twenty people its intervals are too narrow, so the {@link Jackknife} is the
 * default.
 *
 * @param replicates at least 40, so that both bounds of a 95 % interval lie within their range
 * @param seed of the resampling; equal seeds draw the same clusters
 */
public record ClusterBootstrap(int replicates, Seed seed) {

    /** The default number of replicates. */
    public static final int DEFAULT_REPLICATES = 2000;

    /** The maximum number of resamples, as a multiple of the number of replicates. */
    private static final int PATIENCE = 100;

    public ClusterBootstrap {
        checkArgument(replicates >= 40, "%s replicates have no 2.5th percentile", replicates);
        requireNonNull(seed);
    }

    /** With {@value #DEFAULT_REPLICATES} replicates. */
    public ClusterBootstrap(Seed seed) {
        this(DEFAULT_REPLICATES, seed);
    }

    /**
     * Resamples clusters.
     *
     * @param metric of the clusters, for example of participants
     * @return undefined if the metric is, with fewer than two clusters, or if too few resamples
     *     have a value
     */
    public Finding<Replicates> of(ClusteredMetric metric) {
        int clusters = metric.clusters();
        return replicate(
                metric,
                clusters,
                (random, times) -> {
                    for (int i = 0; i < clusters; i++) {
                        times[random.nextInt(clusters)]++;
                    }
                });
    }

    /**
     * Resamples clusters, and within each drawn cluster the smaller clusters that it contains.
     *
     * @param metric of the smaller clusters, for example of recordings
     * @param larger the larger cluster of each smaller one, for example the participants of {@code
     *     recordings.within(participants)}
     * @return undefined as in {@link #of}, with respect to the larger clusters
     */
    public Finding<Replicates> ofBoth(ClusteredMetric metric, Clusters larger) {
        larger.checkSamples(metric.clusters());
        int[][] members = members(larger);
        return replicate(
                metric,
                members.length,
                (random, times) -> {
                    for (int i = 0; i < members.length; i++) {
                        int[] drawn = members[random.nextInt(members.length)];
                        for (int j = 0; j < drawn.length; j++) {
                            times[drawn[random.nextInt(drawn.length)]]++;
                        }
                    }
                });
    }

    private static int[][] members(Clusters larger) {
        int[] sizes = larger.sizes();
        int[][] members = new int[larger.count()][];
        Arrays.setAll(members, i -> new int[sizes[i]]);
        for (int smaller = 0; smaller < larger.samples(); smaller++) {
            int parent = larger.of(smaller);
            members[parent][--sizes[parent]] = smaller;
        }
        return members;
    }

    /**
     * Draws one resample: adds to {@code times}, initially zero, how often each cluster is drawn.
     */
    @FunctionalInterface
    private interface Draw {
        void into(RandomGenerator random, int[] times);
    }

    private Finding<Replicates> replicate(ClusteredMetric metric, int people, Draw draw) {
        var estimate = metric.value();
        if (estimate.value().isEmpty()) {
            return Finding.undefined(estimate.undefinedBecause().orElseThrow());
        }
        if (people < 2) {
            return Finding.undefined(
                    "one participant cannot be resampled; at least two are needed");
        }
        RandomGenerator random = seed.derive("cluster-bootstrap").generator();
        int[] times = new int[metric.clusters()];
        double[] values = new double[replicates];
        int drawn = 0;
        long redrawn = 0;
        while (drawn < replicates) {
            Arrays.fill(times, 0);
            draw.into(random, times);
            Optional<Double> value = metric.of(times).value();
            if (value.isPresent()) {
                values[drawn++] = value.get();
            } else if (++redrawn > (long) PATIENCE * replicates) {
                return Finding.undefined(
                        "of %d resamples only %d had a value".formatted(redrawn + drawn, drawn));
            }
        }
        Arrays.sort(values);
        return Finding.of(new Replicates(estimate.value().get(), Doubles.asList(values), redrawn));
    }
}
