package dev.fer4j.data.image;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.RgbImage;
import java.util.List;

/** Many images in one, in rows from the top left, to be looked at. */
public final class ContactSheet {

    private ContactSheet() {}

    /**
     * Lays images out side by side, each squeezed to the size of a cell; cells that are left over
     * are black.
     *
     * @param images at least one
     * @param columns images in a row, at least 1
     * @param cellWidth width of each, in pixels
     * @param cellHeight height of each, in pixels
     */
    public static RgbImage of(List<RgbImage> images, int columns, int cellWidth, int cellHeight) {
        checkArgument(!images.isEmpty(), "a contact sheet needs an image");
        checkArgument(columns >= 1, "columns %s is not at least 1", columns);
        int rows = (images.size() + columns - 1) / columns;
        int rowBytes = 3 * columns * cellWidth;
        byte[] sheet = new byte[rows * cellHeight * rowBytes];
        for (int i = 0; i < images.size(); i++) {
            byte[] cell = ImageFiles.resize(images.get(i), cellWidth, cellHeight).rgb();
            int left = 3 * (i % columns) * cellWidth;
            int top = i / columns * cellHeight;
            for (int y = 0; y < cellHeight; y++) {
                System.arraycopy(
                        cell, 3 * y * cellWidth, sheet, (top + y) * rowBytes + left, 3 * cellWidth);
            }
        }
        return new RgbImage(columns * cellWidth, rows * cellHeight, sheet);
    }
}
