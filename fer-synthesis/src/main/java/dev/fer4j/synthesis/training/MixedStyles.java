package dev.fer4j.synthesis.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.network.GeneratorNoise;
import dev.fer4j.synthesis.network.Latents;
import dev.fer4j.synthesis.network.Styles;
import dev.fer4j.train.network.GradientMode;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * Styles of random latents for training: with some probability, those of a step are mixed with
 * others from a random layer on (Karras et al. 2019, section 3.1). Updates the average of w.
 *
 * @param generator maps latents and holds the average
 * @param probability that the images of a step have styles of two latents each
 */
record MixedStyles(Generator generator, double probability) {

    /** The weight of the old average of w, 0.998 in ADA. */
    private static final double DECAY = 0.998;

    /** Generates images of such styles, each with its own noise. */
    NDArray images(NDManager scratch, int count, Seed seed) {
        NDArray styles = styles(scratch, count, seed);
        return generator.synthesis().forward(styles, GeneratorNoise.random(seed, count));
    }

    /**
     * Draws styles.
     *
     * @return {@code (count, styles, wDim)}; belongs to the manager
     */
    NDArray styles(NDManager scratch, int count, Seed seed) {
        int all = generator.config().styles();
        NDArray w = generator.mapping().forward(latents(scratch, count, seed.derive("coarse")));
        GradientMode.off(
                () -> {
                    try (NDArray detached = w.stopGradient()) {
                        generator.track(detached, DECAY);
                    }
                    return count;
                });
        NDArray styles = Styles.everywhere(w, all);
        RandomGenerator random = seed.derive("mixing").generator();
        if (random.nextDouble() >= probability) {
            return styles;
        }
        NDArray other = generator.mapping().forward(latents(scratch, count, seed.derive("fine")));
        return Styles.mix(styles, Styles.everywhere(other, all), random.nextInt(1, all));
    }

    private NDArray latents(NDManager scratch, int count, Seed seed) {
        List<Seed> seeds =
                LongStream.range(0, count).mapToObj(i -> seed.derive("image", i)).toList();
        return Latents.of(scratch, seeds, generator.config().dimensions().z());
    }
}
