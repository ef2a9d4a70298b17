package dev.fer4j.train.keras.network;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * How the window of a convolution or pooling moves over feature maps.
 *
 * @param size height and width
 * @param stride its steps
 * @param dilation the distances between the values in it; 1 if they are adjacent
 * @param padded whether the maps are padded so that the result has ⌈length / stride⌉ values
 *     ("same"). As TensorFlow does, an odd number of values is divided so that the end has one
 *     more. Otherwise there is no padding ("valid")
 */
public record SlidingWindow(Steps size, Steps stride, Steps dilation, boolean padded) {

    /**
     * Numbers of pixels, from 1 to {@value #LARGEST}.
     *
     * @param vertical down
     * @param horizontal to the right
     */
    public record Steps(int vertical, int horizontal) {

        /** One pixel in either direction. */
        public static final Steps ONE = new Steps(1, 1);

        /** The largest number. */
        public static final int LARGEST = 256;

        public Steps {
            check(vertical);
            check(horizontal);
        }

        private static void check(int number) {
            checkArgument(number >= 1 && number <= LARGEST, "%s is not in 1..%s", number, LARGEST);
        }

        Shape shape() {
            return new Shape(vertical, horizontal);
        }
    }

    /** Padding of one axis. */
    private record Ends(long before, long after) {}

    public SlidingWindow {
        requireNonNull(size);
        requireNonNull(stride);
        requireNonNull(dilation);
    }

    /** A single value, one after another. */
    static SlidingWindow pointwise() {
        return new SlidingWindow(Steps.ONE, Steps.ONE, Steps.ONE, false);
    }

    /** The number of values in the window. */
    long area() {
        return (long) size.vertical() * size.horizontal();
    }

    /**
     * The shape of the result for maps of this shape.
     *
     * @throws IllegalArgumentException if the window is larger than the maps
     */
    Shape output(Shape maps, long channels) {
        return new Shape(maps.get(0), channels, rows(maps.get(2)), columns(maps.get(3)));
    }

    private long rows(long length) {
        return count(length, size.vertical(), stride.vertical(), dilation.vertical());
    }

    private long columns(long length) {
        return count(length, size.horizontal(), stride.horizontal(), dilation.horizontal());
    }

    private long count(long length, int window, int step, int distance) {
        long span = (long) (window - 1) * distance + 1;
        checkArgument(
                padded || span <= length,
                "a window of %s values does not fit into %s",
                span,
                length);
        return padded ? (length + step - 1) / step : (length - span) / step + 1;
    }

    private Ends ends(long length, int window, int step, int distance) {
        if (!padded) {
            return new Ends(0, 0);
        }
        long span = (long) (window - 1) * distance + 1;
        long count = count(length, window, step, distance);
        long all = Math.max((count - 1) * step + span - length, 0);
        return new Ends(all / 2, all - all / 2);
    }

    /**
     * Maps with the values that the window needs around them, the same array if it needs none or
     * {@link #symmetric} padding is left to PyTorch.
     */
    NDArray pad(NDArray maps, double value) {
        Ends rows = rowEnds(maps.getShape());
        Ends columns = columnEnds(maps.getShape());
        return pad(maps, value, rows.before(), rows.after(), columns.before(), columns.after());
    }

    /** Adds values around feature maps. */
    static NDArray pad(NDArray maps, double value, long top, long bottom, long left, long right) {
        return top + bottom + left + right == 0
                ? maps
                : maps.pad(new Shape(left, right, top, bottom), value);
    }

    /** Whether the padding before and after is the same. */
    boolean symmetric(Shape maps) {
        Ends rows = rowEnds(maps);
        Ends columns = columnEnds(maps);
        return rows.before() == rows.after() && columns.before() == columns.after();
    }

    /** The padding before the maps. */
    Shape paddingBefore(Shape maps) {
        return new Shape(rowEnds(maps).before(), columnEnds(maps).before());
    }

    private Ends rowEnds(Shape maps) {
        return ends(maps.get(2), size.vertical(), stride.vertical(), dilation.vertical());
    }

    private Ends columnEnds(Shape maps) {
        return ends(maps.get(3), size.horizontal(), stride.horizontal(), dilation.horizontal());
    }

    /** Whether it skips values that no window contains: a stride without a neighbourhood. */
    boolean skips() {
        return area() == 1 && !stride.equals(Steps.ONE);
    }

    /** The values at which a window of one value stands. */
    NDArray skip(NDArray maps) {
        return maps.get(new NDIndex(":, :, ::{}, ::{}", stride.vertical(), stride.horizontal()));
    }
}
