package dev.fer4j.data.image;

import dev.fer4j.data.image.internal.BmpHeader;
import dev.fer4j.data.image.internal.Bytes;
import dev.fer4j.data.image.internal.ImageHeader;
import dev.fer4j.data.image.internal.OtherFormat;
import dev.fer4j.data.image.internal.PngFile;
import dev.fer4j.data.image.internal.TruncatedException;
import dev.fer4j.data.image.internal.WebpFile;
import dev.fer4j.data.image.internal.jpeg.JpegFile;
import dev.fer4j.data.internal.UnreadableFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the header of an image file before any decoder sees the file. OpenCV alone would allocate
 * up to 2^30 pixels if a header claimed that many, and would decode a truncated JPEG to an image
 * that is grey below the cut.
 */
final class HeaderReader {

    private static final String COPY_AGAIN = "copy the file again, or leave it out";

    private HeaderReader() {}

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
            return read(new Bytes(bytes)).orElseThrow(() -> OtherFormat.of(bytes).refusal(file));
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
            return Optional.of(PngFile.read(data));
        }
        if (data.startsWith("\u00ff\u00d8")) {
            return Optional.of(JpegFile.read(data));
        }
        if (data.startsWith("BM")) {
            return Optional.of(BmpHeader.size(data));
        }
        if (data.startsWith("RIFF") && data.text(8, 4).equals("WEBP")) {
            return Optional.of(WebpFile.read(data));
        }
        return Optional.empty();
    }

    /** The exception for a file that is truncated or damaged. */
    static UnreadableFileException unreadable(Path file, String reason) {
        return new UnreadableFileException(file, reason, COPY_AGAIN);
    }
}
