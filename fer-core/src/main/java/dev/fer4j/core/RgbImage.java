package dev.fer4j.core;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A decoded image: 8 bits a channel, channels red, green, blue, interleaved, rows from the top.
 *
 * <p>The pixel at column x and row y has its red value at index {@code 3 · (y · width + x)}. The
 * array is shared, not copied, since images are large: the creator of an image hands over its array
 * and must not write to it afterwards.
 */
public final class RgbImage {

    private final int width;
    private final int height;
    private final byte[] rgb;

    /**
     * Wraps pixels.
     *
     * @param rgb {@code 3 · width · height} bytes; handed over
     */
    public RgbImage(int width, int height, byte[] rgb) {
        checkArgument(width > 0 && height > 0, "an image of %s × %s pixels", width, height);
        checkArgument(
                rgb.length == 3L * width * height,
                "%s bytes for %s × %s pixels of 3 channels",
                rgb.length,
                width,
                height);
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    /** Columns. */
    public int width() {
        return width;
    }

    /** Rows. */
    public int height() {
        return height;
    }

    /** The pixels themselves, not a copy; only to be read. */
    public byte[] rgb() {
        return rgb;
    }

    /**
     * One value.
     *
     * @param x column from the left
     * @param y row from the top
     * @param channel 0 red, 1 green, 2 blue
     * @return 0 to 255
     */
    public int at(int x, int y, int channel) {
        return rgb[3 * (y * width + x) + channel] & 0xff;
    }
}
