package dev.fer4j.data.image.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The coded pixels in a WebP file: those of a still image, or of a frame.
 *
 * @param chunk {@code VP8 } or {@code VP8L}
 * @param at position of their first byte
 * @param length number of bytes
 * @param left the column of the canvas where they begin
 * @param top the row of the canvas where they begin
 * @param framed whether they are a frame of an animation, which may be smaller than the canvas
 */
record WebpPicture(String chunk, long at, long length, long left, long top, boolean framed) {

    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    static boolean isOne(String chunk) {
        return chunk.equals("VP8 ") || chunk.equals("VP8L");
    }

    ImageHeader size(Bytes data) throws TruncatedException {
        if (chunk.equals("VP8 ")) {
            return size(
                    data.littleEndian(at + 6, 2) & 0x3fff, data.littleEndian(at + 8, 2) & 0x3fff);
        }
        long bits = data.littleEndian(at + 1, 4);
        return size((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
    }

    static ImageHeader size(long width, long height) {
        return new ImageHeader(ImageHeader.WEBP, width, height);
    }

    /** Returns a file of these pixels alone, without alpha. */
    byte[] alone(Bytes data) {
        int padded = (int) (length + length % 2);
        return ByteBuffer.allocate(RIFF_HEADER + CHUNK_HEADER + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + CHUNK_HEADER + padded)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(chunk.getBytes(StandardCharsets.US_ASCII))
                .putInt((int) length)
                .put(data.array(), (int) at, (int) length)
                .array();
    }

    /** Returns where these pixels lie in an image of the size that the file declares. */
    StrippedImage.Canvas on(ImageHeader canvas, Bytes data) throws TruncatedException {
        ImageHeader own = size(data);
        boolean fits =
                left + own.width() <= canvas.width() && top + own.height() <= canvas.height();
        boolean whole = own.width() == canvas.width() && own.height() == canvas.height();
        if (framed ? !fits : !whole) {
            throw new TruncatedException(
                    "is damaged: a WebP of %s × %s pixels with a picture of %s × %s"
                            .formatted(canvas.width(), canvas.height(), own.width(), own.height()));
        }
        return new StrippedImage.Canvas(
                (int) canvas.width(), (int) canvas.height(), (int) left, (int) top);
    }
}
