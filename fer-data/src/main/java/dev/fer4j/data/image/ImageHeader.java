package dev.fer4j.data.image;

import dev.fer4j.data.internal.UnreadableFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The header of an image file, parsed in Java before any native decoder sees the file. OpenCV alone
 * would allocate up to 2^30 pixels if a header claimed that many, and would decode a truncated JPEG
 * to an image that is grey below the cut.
 *
 * @param format the format's name
 * @param width the width as stored, before any EXIF rotation
 * @param height the height as stored
 */
record ImageHeader(String format, long width, long height) {

    static final String PNG = "PNG";
    static final String JPEG = "JPEG";
    static final String WEBP = "WebP";
    private static final String BMP = "BMP";

    private static final String COPY_AGAIN = "copy the file again, or leave it out";

    /**
     * Recognizes PNG, JPEG, BMP and WebP.
     *
     * @throws UnreadableFileException if the bytes have none of these formats or end within the
     *     header
     */
    static ImageHeader of(byte[] bytes, Path file) {
        if (bytes.length == 0) {
            throw unreadable(file, "is empty");
        }
        try {
            return read(new Bytes(bytes))
                    .orElseThrow(
                            () ->
                                    new UnreadableFileException(
                                            file,
                                            "is not a PNG, JPEG, BMP or WebP image",
                                            "convert it to one of these, or leave it out"));
        } catch (TruncatedException e) {
            throw unreadable(file, e.getMessage());
        }
    }

    /** Parses the first bytes of a file; empty if they do not contain the size. */
    static Optional<ImageHeader> ofHead(byte[] head) {
        try {
            return read(new Bytes(head));
        } catch (TruncatedException e) {
            return Optional.empty();
        }
    }

    private static Optional<ImageHeader> read(Bytes data) throws TruncatedException {
        if (data.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PngHeader.read(data));
        }
        if (data.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JpegHeader.read(data));
        }
        if (data.startsWith("BM")) {
            return Optional.of(bmp(data));
        }
        if (data.startsWith("RIFF") && data.text(8, 4).equals("WEBP")) {
            return Optional.of(WebpHeader.read(data));
        }
        return Optional.empty();
    }

    /**
     * Checks that the file with this header is complete.
     *
     * @throws UnreadableFileException if it is truncated or damaged
     */
    void requireEnd(byte[] bytes, Path file) {
        Bytes data = new Bytes(bytes);
        try {
            switch (format) {
                case PNG -> PngHeader.requireEnd(data);
                case JPEG -> JpegHeader.requireEnd(data);
                case BMP -> data.requireLength(data.littleEndian(2, 4));
                default -> data.requireLength(data.littleEndian(4, 4) + 8);
            }
        } catch (TruncatedException e) {
            throw unreadable(file, e.getMessage());
        }
    }

    private static ImageHeader bmp(Bytes data) throws TruncatedException {
        boolean os2 = data.littleEndian(14, 4) == 12;
        int width = os2 ? (int) data.littleEndian(18, 2) : (int) data.littleEndian(18, 4);
        int height = os2 ? (int) data.littleEndian(20, 2) : (int) data.littleEndian(22, 4);
        return new ImageHeader(BMP, width, Math.abs((long) height));
    }

    private static UnreadableFileException unreadable(Path file, String reason) {
        return new UnreadableFileException(file, reason, COPY_AGAIN);
    }
}
