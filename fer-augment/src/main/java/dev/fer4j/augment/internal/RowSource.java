package dev.fer4j.augment.internal;

import dev.fer4j.augment.transform.Affine;
import dev.fer4j.core.RgbImage;

/** Computes the rows of a result. */
public interface RowSource {

    /** A scale that exceeds a whole number by no more than this does not need another sample. */
    double TOLERANCE = 0.01;

    /**
     * Computes a row.
     *
     * @param y index of the row from the top
     * @param row receives red, green and blue of each pixel, 0 to 255; may be longer than the row
     */
    void fill(int y, float[] row);

    /** Returns the image's own rows. */
    static RowSource copying(RgbImage image) {
        byte[] rgb = image.rgb();
        int length = 3 * image.width();
        return (y, row) -> {
            int start = y * length;
            for (int i = 0; i < length; i++) {
                row[i] = rgb[start + i] & 0xff;
            }
        };
    }

    /**
     * Returns the rows of a warped image. Along directions in which the image shrinks, each value
     * is the mean of as many bilinear samples as are needed for a spacing of at most one pixel.
     *
     * @param map maps pixels of the result to pixels of the image, both relative to the centre
     */
    static RowSource warping(RgbImage image, Affine map, int width, int height) {
        int across = samples(map.toX().x(), map.toY().x());
        int down = samples(map.toX().y(), map.toY().y());
        if (across == 1 && down == 1) {
            return new BilinearRows(image, map, width, height);
        }
        return new AreaRows(image, map, width, height, across, down);
    }

    private static int samples(double dx, double dy) {
        return (int) Math.max(1, Math.ceil(Math.sqrt(dx * dx + dy * dy) - TOLERANCE));
    }
}
