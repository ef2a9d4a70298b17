package dev.fer4j.eval.report.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.io.BaseEncoding;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.file.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;

/**
 * A picture for a report, encoded as PNG or JPEG, with a description for those who cannot see it.
 * Callers that add pictures of people must have their consent to show them.
 */
public final class Picture {

    /** The maximum size, so that a report can still be sent by mail. */
    public static final int MOST_BYTES = 1 << 20;

    /** Formats that browsers display and that cannot contain scripts, unlike SVG. */
    public enum Format {
        /** Portable Network Graphics. */
        PNG("image/png", "png", "89504E470D0A1A0A"),
        /** JPEG. */
        JPEG("image/jpeg", "jpg", "FFD8FF");

        private final String mediaType;
        private final String extension;

        /** The first bytes, as hexadecimal digits. */
        private final String magic;

        Format(String mediaType, String extension, String magic) {
            this.mediaType = mediaType;
            this.extension = extension;
            this.magic = magic;
        }

        /** The file name extension, without a dot. */
        public String extension() {
            return extension;
        }

        private boolean begins(byte[] encoded) {
            int length = Math.min(encoded.length, magic.length() / 2);
            return BaseEncoding.base16().encode(encoded, 0, length).equals(magic);
        }
    }

    private final String name;
    private final String description;
    private final String caption;
    private final Format format;
    private final byte[] encoded;

    private Picture(
            String name, String description, String caption, Format format, byte[] encoded) {
        this.name = name;
        this.description = description;
        this.caption = caption;
        this.format = format;
        this.encoded = encoded;
    }

    /**
     * Returns a picture from encoded bytes.
     *
     * @param name for file names: lower-case letters, digits and hyphens; unique within a report
     * @param description what it shows, for those who cannot see it; not blank
     * @param caption the text below it; may be empty
     * @param encoded a PNG or JPEG file, at most {@value #MOST_BYTES} bytes
     * @throws IllegalArgumentException if the bytes are neither PNG nor JPEG, or too many
     */
    public static Picture of(String name, String description, String caption, byte[] encoded) {
        return checked(name, description, caption, encoded.clone());
    }

    /** Returns a picture of an image, encoded as PNG; parameters as above. */
    public static Picture of(String name, String description, String caption, RgbImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image.toBufferedImage(), "png", bytes);
        } catch (IOException e) {
            // Writing to a byte array cannot fail.
            throw new UncheckedIOException(e);
        }
        return checked(name, description, caption, bytes.toByteArray());
    }

    private static Picture checked(
            String name, String description, String caption, byte[] encoded) {
        checkArgument(
                name.matches("[a-z0-9]+(-[a-z0-9]+)*"),
                "picture name '%s': expected lower-case letters, digits and single hyphens",
                name);
        checkArgument(!description.isBlank(), "picture %s needs a description", name);
        checkArgument(
                encoded.length <= MOST_BYTES,
                "picture %s has %s bytes, more than %s: make it smaller",
                name,
                encoded.length,
                MOST_BYTES);
        Format format =
                Arrays.stream(Format.values())
                        .filter(f -> f.begins(encoded))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "picture " + name + " is neither PNG nor JPEG"));
        return new Picture(name, description, caption, format, encoded);
    }

    /** The name, for file names. */
    public String name() {
        return name;
    }

    /** What the picture shows. */
    public String description() {
        return description;
    }

    /** The text below it; may be empty. */
    public String caption() {
        return caption;
    }

    /** The encoding. */
    public Format format() {
        return format;
    }

    /** The data URI for an image's source in a page: {@code data:image/png;base64,…}. */
    public String toDataUri() {
        return "data:%s;base64,%s"
                .formatted(format.mediaType, Base64.getEncoder().encodeToString(encoded));
    }

    /**
     * Writes the encoded picture.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        WholeFile.write(file, out -> out.write(encoded));
    }
}
