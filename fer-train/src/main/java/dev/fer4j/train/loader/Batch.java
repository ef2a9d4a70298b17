package dev.fer4j.train.loader;

import static com.google.common.base.Preconditions.checkState;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.Sample;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Samples with their pixels and targets.
 *
 * <p>Its memory is reused by later batches: it may be read until the next batch is taken from its
 * pass. For one thread.
 */
public final class Batch {

    private final List<Sample> samples;
    private final int size;
    private final ByteBuffer pixels;
    private final float[] targets;
    private boolean released;

    /**
     * Creates a complete batch.
     *
     * @param pixels a direct buffer {@code (N, size, size, 3)}, from position 0 to the limit
     */
    Batch(List<Sample> samples, int size, ByteBuffer pixels, float[] targets) {
        this.samples = samples;
        this.size = size;
        this.pixels = pixels;
        this.targets = targets;
    }

    /** The samples, in order. */
    public List<Sample> samples() {
        return samples;
    }

    /** Height and width of the images. */
    public int size() {
        return size;
    }

    /**
     * {@code (N, size, size, 3)} values of 0 to 255, channels red, green, blue; direct, not a copy.
     *
     * @throws IllegalStateException if a later batch was taken
     */
    public ByteBuffer pixels() {
        checkState(!released, "the batch was used after the next one was taken");
        return pixels.duplicate();
    }

    /** The target of the sample at this index: the share of the positive class, in [0, 1]. */
    public float target(int place) {
        return targets[place];
    }

    /**
     * The images as network input: {@code (N, 3, size, size)}, float32, x / 127.5 − 1.
     *
     * <p>The array is a transposed view of {@code (N, size, size, 3)}, for which PyTorch uses the
     * faster channels-last convolution. Pixels are transferred as bytes, a quarter of the size of
     * floats, and converted on the device.
     *
     * @throws IllegalStateException if a later batch was taken
     */
    public NDArray images(NDManager manager) {
        return asInput(pixels(), samples.size(), size, manager);
    }

    /**
     * Converts pixels to network input; see {@link #images}.
     *
     * @param pixels {@code (count, size, size, 3)}, values 0 to 255. A direct buffer saves an
     *     intermediate copy; the result never shares its memory
     */
    public static NDArray asInput(ByteBuffer pixels, int count, int size, NDManager manager) {
        // Filled where they are needed: a number of Java's would be copied there.
        NDArray half = manager.full(new Shape(), 127.5f);
        NDArray one = manager.full(new Shape(), 1f);
        return manager.create(pixels, new Shape(count, size, size, 3), DataType.UINT8)
                .toType(DataType.FLOAT32, false)
                .divi(half)
                .subi(one)
                .transpose(0, 3, 1, 2);
    }

    /** Targets {@code (N, 1)}, float32, in [0, 1]: 1 for the positive class. */
    public NDArray targets(NDManager manager) {
        return manager.create(targets, new Shape(targets.length, 1));
    }

    /** Releases the memory; the batch must not be read afterwards. */
    ByteBuffer release() {
        released = true;
        return pixels;
    }
}
