package dev.fer4j.data.image.internal;

import java.util.Map;
import java.util.Set;

/**
 * A PNG's IHDR chunk.
 *
 * @param width in pixels
 * @param height in pixels
 * @param depth bits of a channel, or of an index
 * @param colour the colour type
 * @param interlaced whether pixels come in the seven passes of Adam7
 */
record PngHeader(int width, int height, int depth, int colour, boolean interlaced) {

    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int GREY_ALPHA = 4;
    static final int RGB_ALPHA = 6;

    private static final int BYTES = 13;

    /** The bit depths of each colour type. */
    private static final Map<Integer, Set<Integer>> DEPTHS =
            Map.of(
                    GREY,
                    Set.of(1, 2, 4, 8, 16),
                    RGB,
                    Set.of(8, 16),
                    PALETTE,
                    Set.of(1, 2, 4, 8),
                    GREY_ALPHA,
                    Set.of(8, 16),
                    RGB_ALPHA,
                    Set.of(8, 16));

    /** Reads the content of the chunk; width and height have been checked. */
    static PngHeader read(Bytes data, long at, long length) throws TruncatedException {
        if (length != BYTES
                || !DEPTHS.getOrDefault(data.at(at + 9), Set.of()).contains(data.at(at + 8))
                || data.at(at + 10) != 0
                || data.at(at + 11) != 0
                || data.at(at + 12) > 1) {
            throw new TruncatedException("is damaged: the PNG's IHDR chunk");
        }
        return new PngHeader(
                (int) data.bigEndian(at, 4),
                (int) data.bigEndian(at + 4, 4),
                data.at(at + 8),
                data.at(at + 9),
                data.at(at + 12) == 1);
    }

    /** The number of bytes of all pixels, without the bytes for filters. */
    long packedBytes() {
        return (long) width * height * channels() * depth / 8;
    }

    /** The number of values of a pixel. */
    int channels() {
        return switch (colour) {
            case RGB -> 3;
            case GREY_ALPHA -> 2;
            case RGB_ALPHA -> 4;
            default -> 1;
        };
    }
}
