package dev.fer4j.data.image.internal;

import dev.fer4j.data.internal.UnreadableFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What a file is, by its first bytes, if it is not an image that is read. */
public enum OtherFormat {
    AVIF("an AVIF image", Mend.CONVERT, "....ftyp(.{4}){0,16}?avi[fs]"),
    HEIC("a HEIC image", Mend.PHONE, "....ftyp(.{4}){0,16}?(hei[cmsx]|hev[cmsx]|mif1|msf1)"),
    CANON_RAW("a camera's raw image", Mend.DEVELOP, "....ftypcrx "),
    VIDEO("a video", Mend.SAMPLE, "....(ftyp|moov|mdat)|RIFF....AVI |\u001aE\u00df\u00a3"),
    JPEG_XL("a JPEG XL image", Mend.CONVERT, "\u00ff\n|\0\0\0\fJXL "),
    JPEG_2000("a JPEG 2000 image", Mend.CONVERT, "\0\0\0\fjP  |\u00ffO\u00ffQ"),
    GIF("a GIF image", Mend.CONVERT, "GIF8[79]a"),
    RAW(
            "a camera's raw image",
            Mend.DEVELOP,
            "II\\*\0....CR|FUJIFILMCCD-RAW|IIR[OS]|MMOR|IIU\0|FOVb|\0MRM"),
    TIFF("a TIFF image, or a camera's raw image", Mend.CONVERT, "II[*+]\0|MM\0[*+]"),
    PHOTOSHOP("a Photoshop file", Mend.EXPORT, "8BPS"),
    GIMP("a GIMP file", Mend.EXPORT, "gimp xcf"),
    ICON("an icon", Mend.CONVERT, "\0\0[\1\2]\0"),
    OPEN_EXR("an OpenEXR image", Mend.CONVERT, "v/1\1"),
    RADIANCE("a Radiance HDR image", Mend.CONVERT, "#\\?RADIANCE|#\\?RGBE"),
    NETPBM("a Netpbm image", Mend.CONVERT, "P[1-7]\\s"),
    JPEG_XR("a JPEG XR image", Mend.CONVERT, "II\u00bc"),
    FLIF("a FLIF image", Mend.CONVERT, "FLIF"),
    QOI("a QOI image", Mend.CONVERT, "qoif"),
    PDF("a PDF document", Mend.EXPORT, "%PDF-"),
    SVG("an SVG drawing", Mend.EXPORT, "(?i)\\s*(<\\?xml|<!--|<!DOCTYPE svg|<svg).*<svg|\\s*<svg"),
    WEB_PAGE("a web page", Mend.DOWNLOAD, "(?i)\\s*(<!DOCTYPE html|<html|<head)"),
    LFS_POINTER("a Git LFS pointer", Mend.PULL, "version https://git-lfs"),
    ARCHIVE("a zip archive", Mend.UNPACK, "PK\3\4"),
    UNKNOWN("not a PNG, JPEG, BMP or WebP image", Mend.ANY, "");

    /** What to do about files of a kind. */
    private static final class Mend {
        static final String ANY = "convert it to one of these, or leave it out";
        static final String CONVERT =
                "convert it to PNG or JPEG, for example with ImageMagick, or leave it out";
        static final String PHONE =
                "convert it to JPEG, for example with heif-convert or ImageMagick; iPhones take"
                        + " JPEGs with Settings > Camera > Formats > Most Compatible";
        static final String DEVELOP =
                "develop it to JPEG or PNG, for example with darktable, or leave it out";
        static final String EXPORT = "export it as PNG or JPEG, or leave it out";
        static final String SAMPLE = "take frames of it with fer sample, or leave it out";
        static final String DOWNLOAD = "download the image itself, or leave it out";
        static final String PULL = "fetch the image with git lfs pull, or leave it out";
        static final String UNPACK = "unpack it, or leave it out";

        private Mend() {}
    }

    /** Enough for the comments before an SVG's root. */
    private static final int HEAD_BYTES = 1024;

    private final String name;
    private final String mend;
    private final Pattern start;

    OtherFormat(String name, String mend, String start) {
        this.name = name;
        this.mend = mend;
        this.start = Pattern.compile(start, Pattern.DOTALL);
    }

    public static OtherFormat of(byte[] bytes) {
        String head =
                new String(
                        bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(format -> format.start.matcher(head).lookingAt())
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The exception that says what the file is, and how to make an image of it that is read. */
    public UnreadableFileException refusal(Path file) {
        String reason =
                "is " + name + (this == UNKNOWN ? "" : ", not a PNG, JPEG, BMP or WebP image");
        return new UnreadableFileException(file, reason, mend);
    }
}
