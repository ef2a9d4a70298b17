package dev.fer4j.data.image.internal;

import dev.fer4j.core.RgbImage;

/**
 * How stored pixels are to be seen, by the values of EXIF 2.3 and TIFF 6.0: 1 as they are, 2
 * mirrored, 3 upside down, 4 mirrored upside down, 5 transposed, 6 turned clockwise, 7 transposed
 * and upside down, 8 turned anticlockwise.
 *
 * @param value 1 to 8
 */
public record Orientation(int value) {

    static final Orientation AS_STORED = new Orientation(1);

    static boolean isOne(long value) {
        return value >= 1 && value <= 8;
    }

    /** Returns the image as it is to be seen. */
    RgbImage apply(RgbImage stored) {
        if (value == 1) {
            return stored;
        }
        boolean transposed = value >= 5;
        int width = transposed ? stored.height() : stored.width();
        int height = transposed ? stored.width() : stored.height();
        boolean mirrored = value == 2 || value == 3 || value == 6 || value == 7;
        boolean reversed = value == 3 || value == 4 || value == 7 || value == 8;
        byte[] from = stored.rgb();
        byte[] to = new byte[from.length];
        int at = 0;
        for (int y = 0; y < height; y++) {
            int v = reversed ? height - 1 - y : y;
            for (int x = 0; x < width; x++) {
                int u = mirrored ? width - 1 - x : x;
                int source = 3 * (transposed ? u * stored.width() + v : v * stored.width() + u);
                to[at++] = from[source];
                to[at++] = from[source + 1];
                to[at++] = from[source + 2];
            }
        }
        return new RgbImage(width, height, to);
    }
}
