package dev.fer4j.augment.internal;

import dev.fer4j.augment.transform.Affine;
import dev.fer4j.core.RgbImage;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bilinear samples along straight lines through an image.
 *
 * <p>Weights have 8 bits, so coordinates are rounded to 1/256 of a pixel; sums are exact. Two
 * neighbouring pixels are read as one number whose bytes are spread over lanes of 16 bits, so that
 * one multiplication weights three of them.
 */
final class BilinearRows implements RowSource {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVEN = 0x00ff00ff00ff00ffL;
    private static final int LANE = 16;
    private static final int LANE_MASK = (1 << LANE) - 1;
    private static final int BITS = 8;
    private static final int MASK = (1 << BITS) - 1;
    private static final float UNIT = 1f / (1 << (2 * BITS));
    private static final int PLACE_BITS = 32;
    private static final int SHIFT = PLACE_BITS - BITS;
    private static final long HALF = 1L << (SHIFT - 1);

    private final byte[] rgb;
    private final int columns;
    private final int lines;
    private final int width;
    private final Affine map;
    private final double centreX;
    private final double centreY;
    private final long stepX;
    private final long stepY;

    BilinearRows(RgbImage image, Affine map, int width, int height) {
        this.rgb = image.rgb();
        this.columns = image.width();
        this.lines = image.height();
        this.width = width;
        this.map = map;
        this.centreX = (width - 1) / 2.0;
        this.centreY = (height - 1) / 2.0;
        this.stepX = fixed(map.toX().x());
        this.stepY = fixed(map.toY().x());
    }

    @Override
    public void fill(int y, float[] row) {
        double dy = y - centreY;
        double startX =
                (columns - 1) / 2.0
                        + map.toX().shift()
                        - map.toX().x() * centreX
                        + map.toX().y() * dy;
        double startY =
                (lines - 1) / 2.0
                        + map.toY().shift()
                        - map.toY().x() * centreX
                        + map.toY().y() * dy;
        long placeX = fixed(startX) + HALF;
        long placeY = fixed(startY) + HALF;
        // Most of a row is far from the borders. Reading eight bytes extends beyond two pixels into
        // the next line, so the last line is treated as a border.
        Span inside =
                Span.where(placeX, stepX, (columns - 1L) << PLACE_BITS, width)
                        .and(Span.where(placeY, stepY, (lines - 2L) << PLACE_BITS, width));
        reflect(0, inside.from(), placeX, placeY, row);
        interpolate(inside, placeX, placeY, row);
        reflect(inside.to(), width, placeX, placeY, row);
    }

    private void interpolate(Span span, long startX, long startY, float[] row) {
        long placeX = startX + span.from() * stepX;
        long placeY = startY + span.from() * stepY;
        byte[] in = rgb;
        int line = 3 * columns;
        for (int i = 3 * span.from(); i < 3 * span.to(); i += 3) {
            int at = (int) (placeY >> PLACE_BITS) * line + 3 * (int) (placeX >> PLACE_BITS);
            int across = (int) (placeX >> SHIFT) & MASK;
            long down = (placeY >> SHIFT) & MASK;
            placeX += stepX;
            placeY += stepY;
            long upper = (long) EIGHT_BYTES.get(in, at);
            long lower = (long) EIGHT_BYTES.get(in, at + line);
            // First red and blue of the left pixel and green of the right one, then the other
            // three.
            long even = mix(upper & EVEN, lower & EVEN, down);
            long odd = mix((upper >>> 8) & EVEN, (lower >>> 8) & EVEN, down);
            int right = (int) (even >>> (2 * LANE));
            row[i] = mix((int) even & LANE_MASK, (int) odd >>> LANE, across) * UNIT;
            row[i + 1] = mix((int) odd & LANE_MASK, right & LANE_MASK, across) * UNIT;
            row[i + 2] =
                    mix((int) even >>> LANE, (int) (odd >>> (2 * LANE)) & LANE_MASK, across) * UNIT;
        }
    }

    private void reflect(int from, int to, long startX, long startY, float[] row) {
        for (int i = from; i < to; i++) {
            long placeX = startX + i * stepX;
            long placeY = startY + i * stepY;
            int left = 3 * Reflection.of((int) (placeX >> PLACE_BITS), columns);
            int right = 3 * Reflection.of((int) (placeX >> PLACE_BITS) + 1, columns);
            int upper = 3 * columns * Reflection.of((int) (placeY >> PLACE_BITS), lines);
            int lower = 3 * columns * Reflection.of((int) (placeY >> PLACE_BITS) + 1, lines);
            int across = (int) (placeX >> SHIFT) & MASK;
            int down = (int) (placeY >> SHIFT) & MASK;
            for (int channel = 0; channel < 3; channel++) {
                row[3 * i + channel] =
                        mix(
                                        mix(
                                                rgb[upper + left + channel] & 0xff,
                                                rgb[lower + left + channel] & 0xff,
                                                down),
                                        mix(
                                                rgb[upper + right + channel] & 0xff,
                                                rgb[lower + right + channel] & 0xff,
                                                down),
                                        across)
                                * UNIT;
            }
        }
    }

    private static int mix(int a, int b, int weight) {
        return (a << BITS) + (b - a) * weight;
    }

    /** Differences may borrow from the next lane; the sums, never negative, restore it. */
    private static long mix(long a, long b, long weight) {
        return (a << BITS) + (b - a) * weight;
    }

    private static long fixed(double value) {
        return Math.round(value * (1L << PLACE_BITS));
    }
}
