package dev.fer4j.augment;

import dev.fer4j.core.RgbImage;

/**
 * Bilinear samples along straight lines through an image.
 *
 * <p>Red, green and blue stand side by side in a long, 21 bits each, so that one multiplication
 * weighs all three; sums are exact. So weights have 7 bits across and 6 bits down: places are
 * rounded to 1/128 and 1/64 of a pixel. Takes 8 bytes for each pixel of the image.
 */
final class BilinearRows implements RowSource {

    private static final int LANE = 21;
    private static final int LANE_MASK = (1 << LANE) - 1;
    private static final int BITS_X = 7;
    private static final int BITS_Y = 6;
    private static final int MASK_X = (1 << BITS_X) - 1;
    private static final int MASK_Y = (1 << BITS_Y) - 1;
    private static final float UNIT = 1f / (1 << (BITS_X + BITS_Y));
    private static final int PLACE_BITS = 32;
    private static final int SHIFT_X = PLACE_BITS - BITS_X;
    private static final int SHIFT_Y = PLACE_BITS - BITS_Y;

    private final long[] pixels;
    private final int columns;
    private final int lines;
    private final Affine map;
    private final double centreX;
    private final double centreY;

    BilinearRows(RgbImage image, Affine map, int width, int height) {
        this.columns = image.width();
        this.lines = image.height();
        this.map = map;
        this.centreX = (width - 1) / 2.0;
        this.centreY = (height - 1) / 2.0;
        this.pixels = lanes(image.rgb());
    }

    private static long[] lanes(byte[] rgb) {
        long[] pixels = new long[rgb.length / 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] =
                    (rgb[3 * i] & 0xffL)
                            | (rgb[3 * i + 1] & 0xffL) << LANE
                            | (rgb[3 * i + 2] & 0xffL) << (2 * LANE);
        }
        return pixels;
    }

    @Override
    public void fill(int y, float[] row) {
        double dy = y - centreY;
        double startX = (columns - 1) / 2.0 + map.x0() - map.xx() * centreX + map.xy() * dy;
        double startY = (lines - 1) / 2.0 + map.y0() - map.yx() * centreX + map.yy() * dy;
        long placeX = fixed(startX) + (1L << (SHIFT_X - 1));
        long placeY = fixed(startY) + (1L << (SHIFT_Y - 1));
        long stepX = fixed(map.xx());
        long stepY = fixed(map.yx());
        int width = columns;
        int lastX = columns - 1;
        int lastY = lines - 1;
        long[] in = pixels;
        for (int i = 0; i < row.length - 2; i += 3) {
            int x = (int) (placeX >> PLACE_BITS);
            int line = (int) (placeY >> PLACE_BITS);
            int fx = (int) (placeX >> SHIFT_X) & MASK_X;
            int fy = (int) (placeY >> SHIFT_Y) & MASK_Y;
            placeX += stepX;
            placeY += stepY;
            long sum;
            if (x >= 0 && x < lastX && line >= 0 && line < lastY) {
                int p = line * width + x;
                sum = mix(in[p], in[p + 1], in[p + width], in[p + width + 1], fx, fy);
            } else {
                sum = reflected(x, line, fx, fy);
            }
            row[i] = ((int) sum & LANE_MASK) * UNIT;
            row[i + 1] = ((int) (sum >> LANE) & LANE_MASK) * UNIT;
            row[i + 2] = (int) (sum >> (2 * LANE)) * UNIT;
        }
    }

    private long reflected(int x, int line, int fx, int fy) {
        int left = Reflection.of(x, columns);
        int right = Reflection.of(x + 1, columns);
        int upper = columns * Reflection.of(line, lines);
        int lower = columns * Reflection.of(line + 1, lines);
        return mix(
                pixels[upper + left],
                pixels[upper + right],
                pixels[lower + left],
                pixels[lower + right],
                fx,
                fy);
    }

    /** Differences may borrow from the next lane, but the sums, never negative, give it back. */
    private static long mix(long a, long b, long c, long d, long fx, long fy) {
        long upper = (a << BITS_X) + (b - a) * fx;
        long lower = (c << BITS_X) + (d - c) * fx;
        return (upper << BITS_Y) + (lower - upper) * fy;
    }

    private static long fixed(double value) {
        return Math.round(value * (1L << PLACE_BITS));
    }
}
