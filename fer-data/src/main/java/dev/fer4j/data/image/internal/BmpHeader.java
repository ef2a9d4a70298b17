package dev.fer4j.data.image.internal;

import com.google.common.primitives.Ints;
import java.util.List;

/**
 * The header of a BMP file: OS/2's of 12 and of 16 to 64 bytes, and Windows's of 40, 52, 56, 108
 * and 124 bytes. Fields that a short header lacks are 0.
 *
 * @param width in pixels
 * @param height in pixels
 * @param topDown whether the first stored row is the top one
 * @param bits per pixel
 * @param compression how pixels are stored
 * @param masks where red, green and blue lie in a pixel of 16 or 32 bits
 * @param palette colours as 0xRRGGBB by index, black where the file gives none
 * @param offset position of the first row
 */
public record BmpHeader(
        long width,
        long height,
        boolean topDown,
        int bits,
        Compression compression,
        List<BitMask> masks,
        List<Integer> palette,
        long offset) {

    private static final int INFO = 14;
    private static final int OS2 = 12;
    private static final int SHORTEST = 16;
    private static final int WITHOUT_MASKS = 40;

    /** Ways to store pixels. */
    enum Compression {
        /** As they are. */
        NONE,
        /** In runs of indices of 8 bits. */
        RLE8,
        /** In runs of indices of 4 bits. */
        RLE4
    }

    /** Parses what decides about the size; the first 26 bytes suffice. */
    public static ImageHeader size(Bytes data) throws TruncatedException {
        boolean os2 = headerBytes(data) == OS2;
        int width = (int) data.littleEndian(18, os2 ? 2 : 4);
        int height = os2 ? (int) data.littleEndian(20, 2) : (int) data.littleEndian(22, 4);
        return new ImageHeader(ImageHeader.BMP, width, Math.abs((long) height));
    }

    /**
     * Parses the whole header.
     *
     * @throws TruncatedException if it is incomplete or contradicts itself
     * @throws UnsupportedImageException if pixels are stored in a way that is not supported
     */
    static BmpHeader read(Bytes data) throws TruncatedException, UnsupportedImageException {
        ImageHeader size = size(data);
        long header = headerBytes(data);
        boolean os2 = header == OS2;
        int bits = (int) (os2 ? data.littleEndian(24, 2) : field(data, 28, 2));
        long code = field(data, 30, 4);
        boolean masked = isMasked(code, bits);
        boolean behindHeader = masked && header <= WITHOUT_MASKS;
        long palette = INFO + header + (behindHeader ? code == 6 ? 16 : 12 : 0);
        long stored = data.littleEndian(10, 4);
        List<Integer> colours =
                bits > 8 ? List.of() : palette(data, palette, os2 ? 3 : 4, bits, stored);
        long offset = stored == 0 ? palette + colours.size() * (os2 ? 3L : 4L) : stored;
        if (offset < palette) {
            throw new TruncatedException("is damaged: the BMP's pixels begin within its header");
        }
        return new BmpHeader(
                size.width(),
                size.height(),
                !os2 && (int) data.littleEndian(22, 4) < 0,
                bits,
                compression(code, bits),
                masks(data, masked, behindHeader ? INFO + header : INFO + WITHOUT_MASKS, bits),
                colours,
                offset);
    }

    private static long headerBytes(Bytes data) throws TruncatedException {
        long bytes = data.littleEndian(INFO, 4);
        if (bytes != OS2 && bytes < SHORTEST) {
            throw new TruncatedException("is damaged: a BMP header of " + bytes + " bytes");
        }
        return bytes;
    }

    private static long field(Bytes data, int at, int bytes) throws TruncatedException {
        return at + bytes > INFO + headerBytes(data) ? 0 : data.littleEndian(at, bytes);
    }

    /** BITFIELDS and ALPHABITFIELDS; OS/2 uses 3 for another coding, of images of one bit. */
    private static boolean isMasked(long code, int bits) {
        return (code == 3 || code == 6) && (bits == 16 || bits == 32);
    }

    private static Compression compression(long code, int bits) throws UnsupportedImageException {
        if (isMasked(code, bits) || (code == 0 && List.of(1, 2, 4, 8, 16, 24, 32).contains(bits))) {
            return Compression.NONE;
        }
        if (code == 1 && bits == 8) {
            return Compression.RLE8;
        }
        if (code == 2 && bits == 4) {
            return Compression.RLE4;
        }
        throw new UnsupportedImageException(
                "is a BMP of " + bits + " bits a pixel and compression " + code);
    }

    private static List<BitMask> masks(Bytes data, boolean masked, long at, int bits)
            throws TruncatedException {
        if (masked && (data.littleEndian(at, 4) | data.littleEndian(at + 4, 8)) != 0) {
            return List.of(
                    BitMask.of(data.littleEndian(at, 4)),
                    BitMask.of(data.littleEndian(at + 4, 4)),
                    BitMask.of(data.littleEndian(at + 8, 4)));
        }
        return bits == 16
                ? List.of(BitMask.of(0x7c00), BitMask.of(0x3e0), BitMask.of(0x1f))
                : List.of(BitMask.of(0xff0000), BitMask.of(0xff00), BitMask.of(0xff));
    }

    /** A palette may have fewer colours than its header says: the pixels' position decides. */
    private static List<Integer> palette(Bytes data, long start, int bytes, int bits, long pixels)
            throws TruncatedException {
        long used = bytes == 3 ? 0 : field(data, 46, 4);
        long count = used == 0 ? 1L << bits : Math.min(used, 1 << bits);
        if (pixels > 0) {
            count = Math.min(count, (pixels - start) / bytes);
        }
        int[] colours = new int[1 << bits];
        for (int i = 0; i < count; i++) {
            colours[i] = (int) data.littleEndian(start + (long) i * bytes, 3);
        }
        return Ints.asList(colours);
    }
}
