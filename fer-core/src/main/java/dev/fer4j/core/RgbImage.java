package dev.fer4j.core;

import static com.google.common.base.Preconditions.checkArgument;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * A decoded image with 8 bits per channel: red, green and blue interleaved, rows from the top.
 *
 * <p>The pixel at column x and row y has its red value at index {@code 3 · (y · width + x)}. The
 * array is not copied, since images are large: whoever creates an image hands over the array and
 * must not write to it afterwards.
 */
public final class RgbImage {

    private final int width;
    private final int height;
    private final byte[] rgb;

    /**
     * Wraps an array of pixels.
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

    /**
     * Copies a JDK image of any type. Grey becomes three equal channels, values of more than eight
     * bits keep the upper eight, other colour spaces are converted to sRGB, and an alpha channel is
     * dropped, not blended.
     */
    public static RgbImage of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
        boolean grey =
                image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY
                        && !image.isAlphaPremultiplied();
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            if (grey) {
                greyRow(image, y, row);
            } else {
                image.getRGB(0, y, width, 1, row, 0, width);
            }
            for (int x = 0; x < width; x++) {
                int at = 3 * (y * width + x);
                rgb[at] = (byte) (row[x] >> 16);
                rgb[at + 1] = (byte) (row[x] >> 8);
                rgb[at + 2] = (byte) row[x];
            }
        }
        return new RgbImage(width, height, rgb);
    }

    /** The JDK interprets grey as linear light, and would brighten it when converting to sRGB. */
    private static void greyRow(BufferedImage image, int y, int[] row) {
        Raster raster = image.getRaster();
        int bits = raster.getSampleModel().getSampleSize(0);
        raster.getSamples(0, y, row.length, 1, 0, row);
        for (int x = 0; x < row.length; x++) {
            int value = bits > 8 ? row[x] >> (bits - 8) : row[x] * 255 / ((1 << bits) - 1);
            row[x] = value * 0x010101;
        }
    }

    /** Copies this image to a JDK image of type {@link BufferedImage#TYPE_INT_RGB}. */
    public BufferedImage toBufferedImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, at(x, y, 0) << 16 | at(x, y, 1) << 8 | at(x, y, 2));
            }
        }
        return image;
    }

    /** The width in pixels. */
    public int width() {
        return width;
    }

    /** The height in pixels. */
    public int height() {
        return height;
    }

    /** The pixels themselves, not a copy; they must not be modified. */
    public byte[] rgb() {
        return rgb;
    }

    /**
     * Returns the value of one channel of a pixel.
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
