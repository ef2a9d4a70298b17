package dev.fer4j.data.image;

import dev.fer4j.data.internal.UnreadableFileException;
import java.nio.file.Path;

/**
 * What an image file's first bytes say of it, read in Java before any native decoder sees the file:
 * OpenCV alone would allocate up to 2^30 pixels on a header's word, and would decode a JPEG that is
 * cut short to a picture that is grey below the cut.
 *
 * @param format the format's name
 * @param width columns as stored, before any EXIF rotation
 * @param height rows as stored
 */
record ImageHeader(String format, long width, long height) {

    private static final String COPY_AGAIN = "copy the file again, or leave it out";

    /**
     * Recognizes PNG, JPEG, BMP and WebP, and checks that the file reaches its end.
     *
     * @throws UnreadableFileException if the bytes are of no such format or are cut short
     */
    static ImageHeader of(byte[] bytes, Path file) {
        Bytes data = new Bytes(bytes);
        if (bytes.length == 0) {
            throw unreadable(file, "is empty");
        }
        try {
            if (data.startsWith("\u0089PNG\r\n\u001a\n")) {
                return PngHeader.read(data);
            }
            if (data.startsWith("\u00ff\u00d8\u00ff")) {
                return JpegHeader.read(data);
            }
            if (data.startsWith("BM")) {
                return bmp(data);
            }
            if (data.startsWith("RIFF") && data.text(8, 4).equals("WEBP")) {
                return WebpHeader.read(data);
            }
        } catch (TruncatedException e) {
            throw unreadable(file, e.getMessage());
        }
        throw new UnreadableFileException(
                file,
                "is no PNG, JPEG, BMP or WebP image",
                "convert it to one of these, or leave it out");
    }

    private static ImageHeader bmp(Bytes data) throws TruncatedException {
        long declared = data.littleEndian(2, 4);
        if (declared > data.length()) {
            throw new TruncatedException(
                    "is cut short: " + data.length() + " of " + declared + " bytes");
        }
        boolean os2 = data.littleEndian(14, 4) == 12;
        int width = os2 ? (int) data.littleEndian(18, 2) : (int) data.littleEndian(18, 4);
        int height = os2 ? (int) data.littleEndian(20, 2) : (int) data.littleEndian(22, 4);
        return new ImageHeader("BMP", width, Math.abs((long) height));
    }

    private static UnreadableFileException unreadable(Path file, String reason) {
        return new UnreadableFileException(file, reason, COPY_AGAIN);
    }
}
