package dev.fer4j.data.image;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.RgbImage;
import java.util.List;

/** Arranges many images in one for viewing, in rows from the top left. */
public final class ContactSheet {

    private ContactSheet() {}

    /**
     * Arranges images in cells of equal size. Each image is scaled to fit its cell, preserving the
     * aspect ratio, and centred; the rest of the cell is black.
     *
     * @param images at least one
     * @param columns number of images per row, at least 1
     * @param cellWidth width of a cell, in pixels
     * @param cellHeight height of a cell, in pixels
     */
    public static RgbImage of(List<RgbImage> images, int columns, int cellWidth, int cellHeight) {
        return place(
                images.stream().map(image -> fit(image, cellWidth, cellHeight)).toList(),
                columns,
                cellWidth,
                cellHeight);
    }

    /**
     * Arranges images at their own size, centred in cells that fit the widest and the highest of
     * them and a black margin.
     *
     * @param images at least one
     * @param columns number of images per row, at least 1
     * @param margin distance between two images of the largest size, in pixels, at least 0
     */
    public static RgbImage ofOwnSize(List<RgbImage> images, int columns, int margin) {
        checkArgument(margin >= 0, "a margin of %s pixels is not at least 0", margin);
        return place(
                images,
                columns,
                margin + images.stream().mapToInt(RgbImage::width).max().orElse(0),
                margin + images.stream().mapToInt(RgbImage::height).max().orElse(0));
    }

    private static RgbImage place(List<RgbImage> images, int columns, int width, int height) {
        checkArgument(!images.isEmpty(), "a contact sheet needs an image");
        checkArgument(columns >= 1, "columns %s is not at least 1", columns);
        int rows = (images.size() + columns - 1) / columns;
        int sheetWidth = columns * width;
        byte[] sheet =
                new byte[Math.multiplyExact(Math.multiplyExact(3, sheetWidth), rows * height)];
        for (int i = 0; i < images.size(); i++) {
            RgbImage image = images.get(i);
            int left = i % columns * width + (width - image.width()) / 2;
            int top = i / columns * height + (height - image.height()) / 2;
            int row = 3 * image.width();
            for (int y = 0; y < image.height(); y++) {
                System.arraycopy(
                        image.rgb(), y * row, sheet, 3 * ((top + y) * sheetWidth + left), row);
            }
        }
        return new RgbImage(sheetWidth, rows * height, sheet);
    }

    private static RgbImage fit(RgbImage image, int width, int height) {
        double scale = Math.min((double) width / image.width(), (double) height / image.height());
        return ImageFiles.resize(
                image, side(image.width(), scale, width), side(image.height(), scale, height));
    }

    private static int side(int length, double scale, int most) {
        return (int) Math.min(most, Math.max(1, Math.round(length * scale)));
    }
}
