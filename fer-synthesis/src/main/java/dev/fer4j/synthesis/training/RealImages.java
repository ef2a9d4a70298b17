package dev.fer4j.synthesis.training;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.image.Pixels;
import dev.fer4j.train.loader.ImageSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The real images that the discriminator sees, shuffled for each epoch. The image at a position
 * depends only on the seed and the position, so a training can resume anywhere.
 */
final class RealImages {

    private final ImageSource source;
    private final List<Sample> samples;
    private final boolean mirrored;
    private final Seed seed;

    private long orderedPass = -1;
    private int[] order = {};

    /**
     * Prepares the images.
     *
     * @param source provides them at the network's resolution
     * @param samples at least one
     * @param mirrored whether images are mirrored with probability 0.5
     */
    RealImages(ImageSource source, List<Sample> samples, boolean mirrored, Seed seed) {
        checkArgument(!samples.isEmpty(), "there are no real images to learn from");
        this.source = source;
        this.samples = List.copyOf(samples);
        this.mirrored = mirrored;
        this.seed = seed;
        source.prepare(samples);
    }

    /**
     * A batch of images.
     *
     * @param manager owns the result
     * @param first number of images seen before
     * @return {@code (count, 3, R, R)} in [−1, 1]
     */
    NDArray batch(NDManager manager, long first, int count) {
        List<RgbImage> images = new ArrayList<>();
        for (long place = first; place < first + count; place++) {
            long pass = place / samples.size();
            order(pass);
            RgbImage image =
                    source.get(samples.get(order[Math.toIntExact(place % samples.size())]));
            boolean turned = mirrored && seed.derive("mirror", place).generator().nextBoolean();
            images.add(turned ? mirrored(image) : image);
        }
        return Pixels.toArray(manager, images);
    }

    private void order(long pass) {
        if (pass == orderedPass) {
            return;
        }
        RandomGenerator random = seed.derive("order", pass).generator();
        order = IntStream.range(0, samples.size()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        orderedPass = pass;
    }

    private static RgbImage mirrored(RgbImage image) {
        int width = image.width();
        byte[] rgb = new byte[image.rgb().length];
        for (int i = 0; i < rgb.length; i += 3) {
            int column = i / 3 % width;
            int from = i + 3 * (width - 1 - 2 * column);
            System.arraycopy(image.rgb(), from, rgb, i, 3);
        }
        return new RgbImage(width, image.height(), rgb);
    }
}
