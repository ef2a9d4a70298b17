package dev.fer4j.data.image;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.RgbImage;
import java.util.Arrays;

/**
 * How an image that is not square becomes a network's square input. Sizes are changed by {@link
 * ImageFiles#resize}.
 */
public enum ImageFit {
    /**
     * The whole image, without keeping the aspect ratio: a circle becomes an ellipse. This is what
     * Keras's loaders do, and the paper mentions no other way.
     */
    STRETCH,
    /**
     * The whole image with its aspect ratio, centred, with bars of mid grey (128), which are about
     * 0 in a network's input, above and below or at the sides.
     */
    LETTERBOX,
    /** The largest square in the centre; what lies outside is lost. */
    CROP;

    private static final byte BAR = (byte) 128;

    /**
     * The part of an image that becomes the square, in pixels of the image. With bars it reaches
     * beyond the image.
     *
     * @param left distance from the image's left side; below 0 if there are bars at the sides
     * @param top distance from the image's upper side; below 0 if there are bars above and below
     */
    public record Window(double left, double top, double width, double height) {}

    /** Returns the part of an image of this size that becomes the square. */
    public Window window(int width, int height) {
        if (this == STRETCH) {
            return new Window(0, 0, width, height);
        }
        double side = this == LETTERBOX ? Math.max(width, height) : Math.min(width, height);
        return new Window((width - side) / 2, (height - side) / 2, side, side);
    }

    /**
     * Makes a square of an image.
     *
     * @param side height and width in pixels, at least 1
     */
    public RgbImage square(RgbImage image, int side) {
        checkArgument(side >= 1, "a side of %s pixels is not at least 1", side);
        if (this == STRETCH || image.width() == image.height()) {
            return ImageFiles.resize(image, side, side);
        }
        return this == LETTERBOX
                ? letterbox(image, side)
                : ImageFiles.resize(centre(image), side, side);
    }

    private static RgbImage letterbox(RgbImage image, int side) {
        double scale = (double) side / Math.max(image.width(), image.height());
        RgbImage inner =
                ImageFiles.resize(
                        image,
                        (int) Math.max(1, Math.round(image.width() * scale)),
                        (int) Math.max(1, Math.round(image.height() * scale)));
        byte[] rgb = new byte[3 * side * side];
        Arrays.fill(rgb, BAR);
        int left = (side - inner.width()) / 2;
        int top = (side - inner.height()) / 2;
        for (int y = 0; y < inner.height(); y++) {
            System.arraycopy(
                    inner.rgb(),
                    3 * y * inner.width(),
                    rgb,
                    3 * ((top + y) * side + left),
                    3 * inner.width());
        }
        return new RgbImage(side, side, rgb);
    }

    private static RgbImage centre(RgbImage image) {
        int side = Math.min(image.width(), image.height());
        int left = (image.width() - side) / 2;
        int top = (image.height() - side) / 2;
        byte[] rgb = new byte[3 * side * side];
        for (int y = 0; y < side; y++) {
            System.arraycopy(
                    image.rgb(),
                    3 * ((top + y) * image.width() + left),
                    rgb,
                    3 * y * side,
                    3 * side);
        }
        return new RgbImage(side, side, rgb);
    }
}
