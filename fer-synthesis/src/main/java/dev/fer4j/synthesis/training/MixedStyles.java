package dev.fer4j.synthesis.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.network.GeneratorNoise;
import dev.fer4j.synthesis.network.Latents;
import dev.fer4j.synthesis.network.NormalNumbers;
import dev.fer4j.synthesis.network.Styles;
import dev.fer4j.train.network.GradientMode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * Styles of random latents for training: with some probability, those of a step are mixed with
 * others from a random layer on (Karras et al. 2019, section 3.1). Updates the average of w.
 *
 * @param generator maps latents and holds the average
 * @param probability that the images of a step have styles of two latents each
 * @param numbers where the noise comes from
 */
record MixedStyles(Generator generator, double probability, NormalNumbers numbers) {

    /** The weight of the old average of w, 0.998 in ADA. */
    private static final double DECAY = 0.998;

    /** Generates images of such styles, each with its own noise. */
    NDArray images(NDManager scratch, int count, Seed seed) {
        return images(styles(scratch, count, seed), seed);
    }

    /** Generates images of given styles, each with its own noise. */
    NDArray images(NDArray styles, Seed seed) {
        int count = Math.toIntExact(styles.getShape().get(0));
        return generator.synthesis().forward(styles, GeneratorNoise.random(seed, count, numbers));
    }

    /**
     * Draws styles.
     *
     * @return {@code (count, styles, wDim)}; belongs to the manager
     */
    NDArray styles(NDManager scratch, int count, Seed seed) {
        int all = generator.config().styles();
        RandomGenerator random = seed.derive("mixing").generator();
        boolean mixes = random.nextDouble() < probability;
        List<Seed> seeds = new ArrayList<>(each(seed.derive("coarse"), count));
        if (mixes) {
            seeds.addAll(each(seed.derive("fine"), count));
        }
        // At once, and before a device has work to do, for which a copy would wait.
        NDArray latents = Latents.of(scratch, seeds, generator.config().dimensions().z());
        NDArray w = generator.mapping().forward(rows(latents, 0, count));
        GradientMode.off(
                () -> {
                    try (NDArray detached = w.stopGradient()) {
                        generator.track(detached, DECAY);
                    }
                    return count;
                });
        NDArray styles = Styles.everywhere(w, all);
        if (!mixes) {
            return styles;
        }
        NDArray other = generator.mapping().forward(rows(latents, count, 2 * count));
        return Styles.mix(styles, Styles.everywhere(other, all), random.nextInt(1, all));
    }

    private static List<Seed> each(Seed seed, int count) {
        return LongStream.range(0, count).mapToObj(i -> seed.derive("image", i)).toList();
    }

    private static NDArray rows(NDArray latents, int from, int to) {
        return latents.get(new NDIndex().addSliceDim(from, to));
    }
}
