package dev.fer4j.data.image;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.data.image.internal.BmpDecoder;
import dev.fer4j.data.image.internal.Bytes;
import dev.fer4j.data.image.internal.ImageHeader;
import dev.fer4j.data.image.internal.PngFile;
import dev.fer4j.data.image.internal.StrippedImage;
import dev.fer4j.data.image.internal.TruncatedException;
import dev.fer4j.data.image.internal.UnsupportedImageException;
import dev.fer4j.data.image.internal.WebpFile;
import dev.fer4j.data.image.internal.jpeg.JpegFile;
import dev.fer4j.data.internal.FileName;
import dev.fer4j.data.internal.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.opencv.imgcodecs.Imgcodecs;

/** Reads, writes and resizes images. All methods may be called from several threads. */
public final class ImageFiles {

    /** Images with more pixels (64 megapixels) are rejected before they are decoded. */
    public static final long MAX_PIXELS = 64_000_000;

    /** Files with more bytes (512 MiB) are rejected before they are read. */
    public static final long MAX_BYTES = 512L << 20;

    /** The first bytes, which contain the size unless a JPEG has a long profile before it. */
    private static final int HEAD_BYTES = 1 << 16;

    /** The name, in messages, of an image that does not come from a file. */
    private static final Path IN_MEMORY = Path.of("image in memory");

    /** Compared with level 1, level 3 of 9 halves the size of a camera frame at little cost. */
    private static final int PNG_COMPRESSION = 3;

    private ImageFiles() {}

    /**
     * Reads a PNG, JPEG, BMP or WebP file of any depth and channels as 8-bit RGB.
     *
     * <p>The orientation is applied, from EXIF or, where EXIF gives none, from XMP; PNG may have
     * either in the text chunks that ImageMagick writes. Of an animation the first picture is read.
     * Sixteen-bit values keep their upper eight bits and less than eight bits are spread over 0 to
     * 255; grey becomes three equal channels, CMYK is read as inverted, as Adobe writes it, and an
     * alpha channel is dropped, not blended. Colour profiles are ignored.
     *
     * @throws InputException if the file does not exist, has none of these formats, is damaged or
     *     truncated, or has more than {@link #MAX_PIXELS} pixels or {@link #MAX_BYTES} bytes.
     *     Anything but a regular file, such as a folder or a pipe, is rejected without blocking. A
     *     header that claims too many pixels is rejected before the rest of the file is read
     * @throws IOException if the size of the file cannot be determined
     */
    public static RgbImage read(Path file) throws IOException {
        FileName.require(file);
        if (!Files.exists(file)) {
            throw new UnreadableFileException(
                    Problem.Kind.MISSING,
                    file,
                    "there is no such file",
                    "put the image there, or leave it out");
        }
        if (!Files.isRegularFile(file)) {
            throw new UnreadableFileException(
                    file, "is not a regular file", "put a file there, or leave it out");
        }
        long size = Files.size(file);
        requireBytes(size, file);
        return decode(bytes(file, size), file);
    }

    private static void requireBytes(long bytes, Path file) {
        if (bytes > MAX_BYTES) {
            throw new UnreadableFileException(
                    file,
                    "has " + bytes + " bytes, more than " + MAX_BYTES,
                    "store it smaller, or leave it out");
        }
    }

    private static byte[] bytes(Path file, long size) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            HeaderReader.ofHead(head).ifPresent(header -> requireSize(header, file));
            // One array of the file's size, so that large files need their size once.
            byte[] bytes = Arrays.copyOf(head, (int) Math.max(size, head.length));
            int length =
                    head.length + in.readNBytes(bytes, head.length, bytes.length - head.length);
            return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        } catch (IOException e) {
            throw new UnreadableFileException(
                    file,
                    "cannot be read: " + e.getClass().getSimpleName(),
                    "check its permissions or copy it again, or leave it out",
                    e);
        }
    }

    private static void requireSize(ImageHeader header, Path file) {
        if (header.width() <= 0
                || header.height() <= 0
                || header.width() > MAX_PIXELS
                || header.width() * header.height() > MAX_PIXELS) {
            throw new UnreadableFileException(
                    file,
                    String.format(
                            Locale.ROOT,
                            "is a %s of %d × %d pixels; 1 to %d are read",
                            header.format(),
                            header.width(),
                            header.height(),
                            MAX_PIXELS),
                    "store it smaller, or leave it out");
        }
    }

    /**
     * Decodes the bytes of an image that does not come from a file, as {@link #read} does.
     *
     * @throws InputException as {@link #read} does
     */
    public static RgbImage decode(byte[] bytes) {
        return decode(bytes, IN_MEMORY);
    }

    /**
     * Decodes the bytes of an image file, as {@link #read} does.
     *
     * @param file named in the message if the bytes are not an image
     * @throws InputException as {@link #read} does
     */
    public static RgbImage decode(byte[] bytes, Path file) {
        requireBytes(bytes.length, file);
        ImageHeader header = HeaderReader.of(bytes, file);
        requireSize(header, file);
        try {
            Bytes data = new Bytes(bytes);
            return switch (header.format()) {
                case ImageHeader.BMP -> BmpDecoder.decode(data);
                case ImageHeader.PNG -> PngFile.decode(data);
                case ImageHeader.JPEG -> decode(JpegFile.strip(data), header, file);
                default -> decode(WebpFile.strip(data), header, file);
            };
        } catch (TruncatedException e) {
            throw HeaderReader.unreadable(file, e.getMessage());
        } catch (UnsupportedImageException e) {
            throw new UnreadableFileException(
                    file, e.getMessage(), "store it as a common PNG or JPEG, or leave it out");
        }
    }

    private static RgbImage decode(StrippedImage image, ImageHeader header, Path file) {
        return OpenCvImages.decode(image.bytes())
                .map(image::finish)
                .orElseThrow(
                        () ->
                                new UnreadableFileException(
                                        file,
                                        "has the header of a "
                                                + header.format()
                                                + " but cannot be decoded",
                                        "store it again, or leave it out"));
    }

    /** Writes a PNG file atomically; the same pixels give the same bytes. */
    public static void writePng(Path file, RgbImage image) throws IOException {
        byte[] png = encodePng(image);
        WholeFile.write(file, out -> out.write(png));
    }

    /** Returns the bytes of the PNG file that {@link #writePng} writes. */
    public static byte[] encodePng(RgbImage image) {
        return OpenCvImages.encode(
                image, ".png", Imgcodecs.IMWRITE_PNG_COMPRESSION, PNG_COMPRESSION);
    }

    /** Encodes an image as JPEG with chroma at half the resolution; quality is 1 to 100. */
    static byte[] encodeJpeg(RgbImage image, int quality) {
        return OpenCvImages.encode(image, ".jpg", Imgcodecs.IMWRITE_JPEG_QUALITY, quality);
    }

    /**
     * Resizes an image without preserving the aspect ratio.
     *
     * <p>Averages areas (OpenCV's {@code INTER_AREA}) if neither side grows, otherwise interpolates
     * linearly ({@code INTER_LINEAR}). The paper does not specify a method. An image that already
     * has the requested size is returned unchanged.
     *
     * @param width new width in pixels, at least 1
     * @param height new height in pixels, at least 1
     */
    public static RgbImage resize(RgbImage image, int width, int height) {
        checkArgument(
                width > 0 && height > 0 && (long) width * height <= MAX_PIXELS,
                "a size of %s × %s pixels",
                width,
                height);
        if (width == image.width() && height == image.height()) {
            return image;
        }
        return OpenCvImages.resize(image, width, height);
    }
}
