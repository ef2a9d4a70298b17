package dev.fer4j.data.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A BMP file with any header. */
final class BmpBytes {

    private final int headerBytes;
    private final int width;
    private final int height;
    private final int bits;
    private final int compression;
    private final int[] masks;
    private final int[] palette;
    private final byte[] pixels;

    /**
     * Describes a file.
     *
     * @param headerBytes 12, 16 to 64, 108 or 124
     * @param width in pixels
     * @param height in pixels, negative if the first row is the top one
     * @param bits per pixel
     * @param compression 0 none, 1 RLE8, 2 RLE4, 3 bit fields, 6 with alpha
     * @param masks of red, green, blue and, optionally, alpha; may be empty
     * @param palette 0xRRGGBB
     * @param pixels the rows as stored
     */
    BmpBytes(
            int headerBytes,
            int width,
            int height,
            int bits,
            int compression,
            int[] masks,
            int[] palette,
            byte[] pixels) {
        this.headerBytes = headerBytes;
        this.width = width;
        this.height = height;
        this.bits = bits;
        this.compression = compression;
        this.masks = masks;
        this.palette = palette;
        this.pixels = pixels;
    }

    byte[] encode() {
        boolean os2 = headerBytes == 12;
        int behind = headerBytes <= 40 ? 4 * masks.length : 0;
        int colour = os2 ? 3 : 4;
        int offset = 14 + headerBytes + behind + colour * palette.length;
        ByteBuffer out = ByteBuffer.allocate(offset + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'B').put((byte) 'M').putInt(offset + pixels.length).putInt(0);
        out.putInt(offset).putInt(headerBytes);
        if (os2) {
            out.putShort((short) width).putShort((short) height);
            out.putShort((short) 1).putShort((short) bits);
        } else {
            out.putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
        }
        if (headerBytes >= 40) {
            out.putInt(compression).putInt(pixels.length).putInt(2835).putInt(2835);
            out.putInt(palette.length).putInt(0);
            for (int mask : masks) {
                out.putInt(mask);
            }
        }
        out.position(14 + headerBytes + behind);
        for (int rgb : palette) {
            out.put((byte) rgb).put((byte) (rgb >> 8)).put((byte) (rgb >> 16));
            out.position(out.position() + colour - 3);
        }
        return out.put(offset, pixels).array();
    }

    /** Packs values of pixels into rows of whole 32 bits, the leftmost pixel first. */
    static byte[] rows(int bits, int[][] values) {
        int stride = (values[0].length * bits + 31) / 32 * 4;
        ByteBuffer rows =
                ByteBuffer.allocate(stride * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < values.length; row++) {
            for (int x = 0; x < values[row].length; x++) {
                int at = row * stride + x * bits / 8;
                int value = values[row][x];
                if (bits == 32) {
                    rows.putInt(at, value);
                } else if (bits == 16) {
                    rows.putShort(at, (short) value);
                } else if (bits == 24) {
                    rows.put(at, (byte) value).put(at + 1, (byte) (value >> 8));
                    rows.put(at + 2, (byte) (value >> 16));
                } else {
                    rows.put(at, (byte) (rows.get(at) | (value << (8 - bits - x * bits % 8))));
                }
            }
        }
        return rows.array();
    }
}
