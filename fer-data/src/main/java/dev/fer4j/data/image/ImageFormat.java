package dev.fer4j.data.image;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.fer4j.core.RgbImage;
import java.util.OptionalInt;

/**
 * The format in which images are stored.
 *
 * @param encoding PNG or JPEG
 * @param longestSide maximum length of the longest side in pixels, to which larger images are
 *     scaled down with their aspect ratio preserved; empty to keep the size of every image. Small
 *     images are never enlarged
 */
public record ImageFormat(Encoding encoding, OptionalInt longestSide) {

    /** How pixels are encoded. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Png.class, name = "png"),
        @JsonSubTypes.Type(value = Jpeg.class, name = "jpeg")
    })
    public sealed interface Encoding {}

    /** Lossless. */
    public record Png() implements Encoding {}

    /**
     * Lossy, with chroma at half the resolution.
     *
     * @param quality the quality from 1 to 100, as in libjpeg
     */
    public record Jpeg(int quality) implements Encoding {
        public Jpeg {
            checkArgument(
                    quality >= 1 && quality <= 100,
                    "a JPEG quality of %s is not 1 to 100",
                    quality);
        }
    }

    /** PNG at every image's own size. */
    public static final ImageFormat PNG = new ImageFormat(new Png(), OptionalInt.empty());

    public ImageFormat {
        requireNonNull(encoding);
        checkArgument(
                longestSide.orElse(1) >= 1,
                "a longest side of %s pixels is not at least 1",
                longestSide.orElse(1));
    }

    /** JPEG at every image's own size. */
    public static ImageFormat jpeg(int quality) {
        return new ImageFormat(new Jpeg(quality), OptionalInt.empty());
    }

    /** Returns a copy that scales images down to at most this many pixels on the longest side. */
    public ImageFormat withLongestSide(int pixels) {
        return new ImageFormat(encoding, OptionalInt.of(pixels));
    }

    /** The file name extension, {@code png} or {@code jpg}. */
    @JsonIgnore
    public String extension() {
        return encoding instanceof Png ? "png" : "jpg";
    }

    /** Encodes an image; the same pixels give the same bytes. */
    public byte[] encode(RgbImage image) {
        RgbImage sized = shrink(image);
        return encoding instanceof Jpeg jpeg
                ? ImageFiles.encodeJpeg(sized, jpeg.quality())
                : ImageFiles.encodePng(sized);
    }

    /** Scales an image to the size at which it is stored. */
    public RgbImage shrink(RgbImage image) {
        int longest = Math.max(image.width(), image.height());
        if (longestSide.isEmpty() || longest <= longestSide.getAsInt()) {
            return image;
        }
        double scale = (double) longestSide.getAsInt() / longest;
        return ImageFiles.resize(
                image,
                (int) Math.max(1, Math.round(image.width() * scale)),
                (int) Math.max(1, Math.round(image.height() * scale)));
    }
}
