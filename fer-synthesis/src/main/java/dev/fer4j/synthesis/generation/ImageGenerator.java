package dev.fer4j.synthesis.generation;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.image.Pixels;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.network.GeneratorNoise;
import dev.fer4j.synthesis.network.Latents;
import dev.fer4j.synthesis.network.Styles;
import dev.fer4j.synthesis.network.Truncation;
import dev.fer4j.train.network.GradientMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Generates images. Up to the last bits, an image depends only on its seed, the truncation and the
 * weights, not on the batch that it is generated in. Not safe for use by several threads at a time.
 *
 * @param generator with gradients off ({@link Generator#learns})
 * @param truncation applied to all images
 */
public record ImageGenerator(Generator generator, Truncation truncation) {

    /** So that 1,024 px fit into the memory of a laptop. */
    private static final int MOST_PIXELS = 1 << 18;

    public ImageGenerator {
        requireNonNull(generator);
        requireNonNull(truncation);
    }

    /** The batch size. */
    public int batch() {
        int side = generator.config().resolution();
        return Math.max(1, Math.min(64, MOST_PIXELS / (side * side)));
    }

    /** Generates an image for each seed, with its own noise. */
    public List<RgbImage> images(List<Seed> seeds) {
        return batches(
                seeds.size(),
                (scratch, from, to) ->
                        synthesize(styles(scratch, seeds.subList(from, to)), seeds, from, to));
    }

    /**
     * Generates images that share the early styles of one latent and take the late ones from random
     * latents: the content of the early layers (pose, shape and expression) stays, that of the late
     * ones (colours and texture) varies (Karras et al. 2019, section 3.1; the paper, section 3).
     *
     * @param held {@code (1, styles, wDim)}
     * @param from index of the first style that varies, 0 to the number of styles
     * @param seeds one for each image
     */
    public List<RgbImage> variants(NDArray held, int from, List<Seed> seeds) {
        checkArgument(
                from >= 0 && from <= generator.config().styles(),
                "style %s is not in 0..%s",
                from,
                generator.config().styles());
        return batches(
                seeds.size(),
                (scratch, start, to) -> {
                    NDArray varied = styles(scratch, seeds.subList(start, to));
                    NDArray coarse = repeated(scratch, held, to - start);
                    return synthesize(Styles.mix(coarse, varied, from), seeds, start, to);
                });
    }

    /**
     * Generates images from given styles.
     *
     * @param styles {@code (N, styles, wDim)}
     * @param seeds of their noise
     */
    public List<RgbImage> ofStyles(NDArray styles, List<Seed> seeds) {
        return batches(
                seeds.size(),
                (scratch, from, to) -> {
                    NDArray some = styles.get(new NDIndex().addSliceDim(from, to));
                    some.attach(scratch);
                    return synthesize(some, seeds, from, to);
                });
    }

    /** Generates one batch, given the range of its seeds. */
    @FunctionalInterface
    private interface BatchWork {
        NDArray images(NDManager scratch, int from, int to);
    }

    private List<RgbImage> batches(int count, BatchWork work) {
        List<RgbImage> images = new ArrayList<>();
        for (int from = 0; from < count; from += batch()) {
            int start = from;
            int to = Math.min(count, from + batch());
            images.addAll(
                    GradientMode.off(
                            () -> {
                                try (NDManager scratch =
                                        generator.average().getManager().newSubManager()) {
                                    return Pixels.toImages(work.images(scratch, start, to));
                                }
                            }));
        }
        return images;
    }

    private NDArray styles(NDManager scratch, List<Seed> seeds) {
        NDArray z = Latents.of(scratch, seeds, generator.config().dimensions().z());
        return generator.styles(z, truncation);
    }

    private static NDArray repeated(NDManager scratch, NDArray styles, int count) {
        NDList copies = new NDList();
        for (int i = 0; i < count; i++) {
            copies.add(styles);
        }
        NDArray all = NDArrays.concat(copies);
        all.attach(scratch);
        return all;
    }

    private NDArray synthesize(NDArray styles, List<Seed> seeds, int from, int to) {
        return generator
                .synthesis()
                .forward(styles, new GeneratorNoise.Random(seeds.subList(from, to)));
    }
}
