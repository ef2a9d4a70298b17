package dev.fer4j.train.loader;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Some samples and their pixels.
 *
 * @param samples in order
 * @param size height and width of the images
 * @param pixels {@code (N, size, size, 3)} values of 0 to 255, channels red, green, blue
 */
public record Batch(List<Sample> samples, int size, ByteBuffer pixels) {

    static Batch of(List<Sample> samples, List<RgbImage> images) {
        int size = images.get(0).width();
        ByteBuffer pixels = ByteBuffer.allocateDirect(images.size() * size * size * 3);
        images.forEach(image -> pixels.put(image.rgb()));
        return new Batch(samples, size, pixels.flip());
    }

    /**
     * The images as the network takes them: {@code (N, 3, size, size)}, float32, x / 127.5 − 1.
     *
     * <p>A transposed view of {@code (N, size, size, 3)}: PyTorch then convolves channels-last,
     * which is faster.
     */
    public NDArray images(NDManager manager) {
        return asInput(pixels.duplicate(), samples.size(), size, manager);
    }

    /**
     * Pixels as the network takes them, see {@link #images}.
     *
     * @param pixels {@code (count, size, size, 3)} values of 0 to 255
     */
    public static NDArray asInput(ByteBuffer pixels, int count, int size, NDManager manager) {
        return manager.create(pixels, new Shape(count, size, size, 3), DataType.UINT8)
                .toType(DataType.FLOAT32, false)
                .divi(127.5)
                .subi(1)
                .transpose(0, 3, 1, 2);
    }

    /** Targets {@code (N, 1)}, float32: 1 for the positive class. */
    public NDArray targets(NDManager manager) {
        float[] targets = new float[samples.size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = samples.get(i).label().asTarget();
        }
        return manager.create(targets, new Shape(targets.length, 1));
    }
}
