package dev.fer4j.data.audit;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.InputException;
import dev.fer4j.core.RgbImage;
import dev.fer4j.data.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Simple quality measures of one image.
 *
 * <p>All but width and height are measured after {@link ImageFiles#resize} to {@value #SIDE} ×
 * {@value #SIDE} pixels, the input size of the paper's network, so that images of different sizes
 * are comparable and only detail visible to the network counts. Luma is 0.299 red + 0.587 green +
 * 0.114 blue (ITU-R BT.601), rounded to 0 to 255. The Laplacian of a pixel is the sum of its four
 * neighbours minus four times itself, edges mirrored without repeating the edge (OpenCV's default).
 *
 * @param width the width in pixels
 * @param height the height in pixels
 * @param luma mean luma, 0 to 255
 * @param contrast standard deviation of luma over all pixels, 0 to 127.5
 * @param laplacianVariance variance of luma's Laplacian, the usual measure of focus (Pech-Pacheco
 *     et al. 2000)
 * @param chroma mean over pixels of the largest minus the smallest channel, 0 to 255; 0 for a grey
 *     image
 */
public record ImageQuality(
        int width,
        int height,
        double luma,
        double contrast,
        double laplacianVariance,
        double chroma) {

    /** Width and height at which images are measured, in pixels. */
    public static final int SIDE = 299;

    private static final int PIXELS = SIDE * SIDE;

    public ImageQuality {
        checkArgument(width > 0 && height > 0, "an image of %s × %s pixels", width, height);
    }

    /**
     * Measures an image file.
     *
     * @throws InputException as {@link ImageFiles#read} does
     * @throws IOException if the file cannot be opened
     */
    public static ImageQuality of(Path file) throws IOException {
        return of(ImageFiles.read(file));
    }

    /** Measures an image. */
    public static ImageQuality of(RgbImage image) {
        byte[] rgb = ImageFiles.resize(image, SIDE, SIDE).rgb();
        int[] luma = new int[PIXELS];
        long chroma = 0;
        for (int i = 0; i < PIXELS; i++) {
            int red = rgb[3 * i] & 0xff;
            int green = rgb[3 * i + 1] & 0xff;
            int blue = rgb[3 * i + 2] & 0xff;
            luma[i] = (299 * red + 587 * green + 114 * blue + 500) / 1000;
            chroma += Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
        }
        return new ImageQuality(
                image.width(),
                image.height(),
                mean(luma),
                Math.sqrt(variance(luma)),
                variance(laplacian(luma)),
                (double) chroma / PIXELS);
    }

    /** The longer side divided by the shorter, 1 for a square. */
    public double aspectRatio() {
        return (double) Math.max(width, height) / shorterSide();
    }

    /** The shorter of width and height, in pixels. */
    public int shorterSide() {
        return Math.min(width, height);
    }

    /**
     * The ratio of the Laplacian's variance to that of luma: the proportion of fine detail in the
     * variation. Unlike the Laplacian's variance alone, which falls to a sixteenth at a quarter of
     * the brightness, it distinguishes dark images from blurred ones. Noise and JPEG blocks count
     * as detail, so a blurred but noisy image has a high ratio. It is 0 for an image of uniform
     * luma.
     */
    public double sharpness() {
        return contrast == 0 ? 0 : laplacianVariance / (contrast * contrast);
    }

    private static int[] laplacian(int[] luma) {
        int[] laplacian = new int[PIXELS];
        for (int y = 0; y < SIDE; y++) {
            int above = SIDE * (y == 0 ? 1 : y - 1);
            int below = SIDE * (y == SIDE - 1 ? y - 1 : y + 1);
            for (int x = 0; x < SIDE; x++) {
                int left = x == 0 ? 1 : x - 1;
                int right = x == SIDE - 1 ? x - 1 : x + 1;
                int row = SIDE * y;
                laplacian[row + x] =
                        luma[above + x]
                                + luma[below + x]
                                + luma[row + left]
                                + luma[row + right]
                                - 4 * luma[row + x];
            }
        }
        return laplacian;
    }

    private static double mean(int[] values) {
        long sum = 0;
        for (int value : values) {
            sum += value;
        }
        return (double) sum / values.length;
    }

    /** Computed in integers until the final division, so that there are no rounding errors. */
    private static double variance(int[] values) {
        long sum = 0;
        long squares = 0;
        for (int value : values) {
            sum += value;
            squares += (long) value * value;
        }
        long count = values.length;
        return (double) (count * squares - sum * sum) / ((double) count * count);
    }
}
