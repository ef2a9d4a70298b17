package dev.fer4j.eval.report.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.io.BaseEncoding;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.io.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;

/**
 * A picture for a report, encoded as PNG or JPEG, with what those who cannot see it have to know.
 * Whoever hands in pictures of people has their consent to show them.
 */
public final class Picture {

    /** So that a report stays a file that can be mailed. */
    public static final int MOST_BYTES = 1 << 20;

    /** Formats that browsers show and that run nothing; SVG can carry scripts, so it is not one. */
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

        /** For file names, without a dot. */
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
     * A picture that is encoded already.
     *
     * @param name for file names: lower-case letters, digits and hyphens; differs in a report
     * @param description what is to be seen, for those who cannot see it; not blank
     * @param caption stands below it; may be empty
     * @param encoded a PNG or JPEG file, at most {@value #MOST_BYTES} bytes
     * @throws IllegalArgumentException if they are neither, or too many
     */
    public static Picture of(String name, String description, String caption, byte[] encoded) {
        return checked(name, description, caption, encoded.clone());
    }

    /** A picture of pixels, encoded as PNG; parameters as of the other method. */
    public static Picture of(String name, String description, String caption, RgbImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image.toBufferedImage(), "png", bytes);
        } catch (IOException e) {
            // A byte array can always be written to.
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

    /** For file names. */
    public String name() {
        return name;
    }

    /** What is to be seen. */
    public String description() {
        return description;
    }

    /** What stands below it; may be empty. */
    public String caption() {
        return caption;
    }

    /** How it is encoded. */
    public Format format() {
        return format;
    }

    /** For the source of an image in a page: {@code data:image/png;base64,…}. */
    public String toDataUri() {
        return "data:%s;base64,%s"
                .formatted(format.mediaType, Base64.getEncoder().encodeToString(encoded));
    }

    /**
     * Writes the picture as it is encoded.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        WholeFile.write(file, out -> out.write(encoded));
    }
}
