package dev.fer4j.data.image.internal;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.RgbImage;
import java.util.Optional;

/**
 * An image file without what a decoder does not need. Decoders print warnings about metadata, which
 * nothing can keep from standard error, and have read less of it than viewers do.
 */
public final class StrippedImage {

    private final byte[] bytes;
    private final Orientation orientation;
    private final Optional<Canvas> canvas;

    /**
     * Creates an image.
     *
     * @param bytes the pixels, in the format of the file
     * @param orientation how they are to be seen
     * @param canvas where they lie; empty if they are the whole image
     */
    public StrippedImage(byte[] bytes, Orientation orientation, Optional<Canvas> canvas) {
        this.bytes = bytes;
        this.orientation = requireNonNull(orientation);
        this.canvas = requireNonNull(canvas);
    }

    /** The pixels, in the format of the file; not copied. */
    public byte[] bytes() {
        return bytes;
    }

    /** The whole image, with the position of the stored pixels. */
    public record Canvas(int width, int height, int left, int top) {}

    /** Returns the image that the file shows, from its decoded pixels. */
    public RgbImage finish(RgbImage decoded) {
        return orientation.apply(canvas.map(whole -> place(decoded, whole)).orElse(decoded));
    }

    private static RgbImage place(RgbImage part, Canvas whole) {
        if (part.width() == whole.width() && part.height() == whole.height()) {
            return part;
        }
        byte[] rgb = new byte[3 * whole.width() * whole.height()];
        for (int y = 0; y < part.height(); y++) {
            System.arraycopy(
                    part.rgb(),
                    3 * y * part.width(),
                    rgb,
                    3 * ((whole.top() + y) * whole.width() + whole.left()),
                    3 * part.width());
        }
        return new RgbImage(whole.width(), whole.height(), rgb);
    }
}
