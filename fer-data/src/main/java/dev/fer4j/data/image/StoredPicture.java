package dev.fer4j.data.image;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * How a picture is stored, and the size at which it is shown with square pixels. Rows of pixels
 * that are not square are lengthened or shortened ({@link PixelShape#shownWidth}), and then the
 * picture is turned.
 *
 * @param storedWidth in stored pixels
 * @param storedHeight in stored pixels
 * @param pixels the shape of the stored pixels
 * @param turned whether it is shown turned by 90° to the left or right
 */
public record StoredPicture(int storedWidth, int storedHeight, PixelShape pixels, boolean turned) {

    public StoredPicture {
        checkArgument(
                storedWidth >= 0 && storedHeight >= 0,
                "a picture of %s × %s pixels",
                storedWidth,
                storedHeight);
        requireNonNull(pixels);
    }

    /** The width of the picture as it is shown. */
    public long width() {
        return turned ? storedHeight : pixels.shownWidth(storedWidth);
    }

    /** The height of the picture as it is shown. */
    public long height() {
        return turned ? pixels.shownWidth(storedWidth) : storedHeight;
    }

    /** Whether its rows are shown longer or shorter than they are stored. */
    public boolean isResized() {
        return pixels.shownWidth(storedWidth) != storedWidth;
    }
}
