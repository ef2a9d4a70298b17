package dev.fer4j.synthesis.audit;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.Stats;
import dev.fer4j.core.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The kernel distance between two sets of images (Bińkowski et al., "Demystifying MMD GANs", ICLR
 * 2018): the squared maximum mean discrepancy under the kernel {@code (x·y / d + 1)³} of d
 * features. With Inception features it is the KID. Unlike that of the {@link FrechetDistance}, its
 * estimator is unbiased, so values are comparable across set sizes, and may be negative if the sets
 * are alike.
 *
 * @param value the mean over subsets
 * @param deviation standard deviation over subsets; empty if all images were compared at once
 * @param subsets number of pairs of subsets compared
 * @param subsetSize number of images of each set in a subset, if the sets are that large
 */
public record KernelDistance(
        double value, Optional<Double> deviation, int subsets, int subsetSize) {

    /** As in the paper's section 4. */
    private static final int SUBSETS = 100;

    private static final int SUBSET_SIZE = 1000;

    /**
     * Computes the distance. With up to 1,000 images in each set, all are compared at once; with
     * more, the mean over 100 random subsets of 1,000 images of each is taken.
     *
     * @param seed of the subsets
     * @throws IllegalArgumentException if a set has fewer than two images
     */
    public static KernelDistance of(ImageFeatures real, ImageFeatures generated, Seed seed) {
        return of(real, generated, seed, SUBSETS, SUBSET_SIZE);
    }

    /** Computes the distance with other subsets, of at least two images each. */
    public static KernelDistance of(
            ImageFeatures real, ImageFeatures generated, Seed seed, int subsets, int subsetSize) {
        checkArgument(
                real.size() >= 2 && generated.size() >= 2 && subsetSize >= 2 && subsets >= 1,
                "%s real and %s generated images in %s subsets of %s: expected two images or more",
                real.size(),
                generated.size(),
                subsets,
                subsetSize);
        if (real.size() <= subsetSize && generated.size() <= subsetSize) {
            return new KernelDistance(squared(real, generated), Optional.empty(), 1, subsetSize);
        }
        List<Double> values = new ArrayList<>();
        for (int subset = 0; subset < subsets; subset++) {
            RandomGenerator random = seed.derive("kernel distance", subset).generator();
            values.add(
                    squared(some(real, subsetSize, random), some(generated, subsetSize, random)));
        }
        Stats stats = Stats.of(values);
        return new KernelDistance(
                stats.mean(),
                subsets > 1 ? Optional.of(stats.sampleStandardDeviation()) : Optional.empty(),
                subsets,
                subsetSize);
    }

    private static ImageFeatures some(ImageFeatures set, int most, RandomGenerator random) {
        int[] order = IntStream.range(0, set.size()).toArray();
        int count = Math.min(most, order.length);
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i, order.length);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return set.select(Arrays.copyOf(order, count));
    }

    private static double squared(ImageFeatures real, ImageFeatures generated) {
        double cross = 0;
        for (double product : real.products(0, real.size(), generated)) {
            cross += kernel(product, real.width());
        }
        return within(real)
                + within(generated)
                - 2 * cross / ((double) real.size() * generated.size());
    }

    /** The mean kernel value over pairs of different images. */
    private static double within(ImageFeatures set) {
        int n = set.size();
        double[] products = set.products(0, n, set);
        double sum = 0;
        for (int i = 0; i < products.length; i++) {
            sum += i / n == i % n ? 0 : kernel(products[i], set.width());
        }
        return sum / ((double) n * (n - 1));
    }

    private static double kernel(double product, int width) {
        double base = product / width + 1;
        return base * base * base;
    }
}
