package dev.fer4j.data.image.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where an image file says how it is to be seen. EXIF decides, since cameras write it, and XMP only
 * where EXIF says nothing. Of several blocks of a kind the first counts.
 */
public final class Metadata {

    /** Longer blocks, as they are or unpacked, are refused. */
    static final int MOST_BYTES = 16 << 20;

    /** What precedes a packet of XMP in JPEG, and in the text chunks of older PNG files. */
    public static final String XMP_PREFIX = "http://ns.adobe.com/xap/1.0/\0";

    private Optional<Orientation> exif = Optional.empty();
    private Optional<Orientation> xmp = Optional.empty();

    /** Adds a block of EXIF. */
    void addExif(byte[] bytes, long from, long count) throws UnsupportedImageException {
        requireShort(count);
        exif = exif.or(() -> Exif.orientation(new Bytes(slice(bytes, from, count))));
    }

    /** Adds a packet of XMP. */
    void addXmp(byte[] bytes, long from, long count) throws UnsupportedImageException {
        requireShort(count);
        xmp = xmp.or(() -> Xmp.orientation(text(bytes, from, count)));
    }

    /** Adds a block that begins as JPEG's APP1 segments do, or as XMP or EXIF without a prefix. */
    public void add(byte[] bytes, long from, long count) throws UnsupportedImageException {
        Bytes start = new Bytes(slice(bytes, from, Math.min(count, XMP_PREFIX.length())));
        if (start.startsWith(XMP_PREFIX)) {
            addXmp(bytes, from + XMP_PREFIX.length(), count - XMP_PREFIX.length());
        } else if (start.startsWith("<") || start.startsWith("\u00ef\u00bb\u00bf<")) {
            addXmp(bytes, from, count);
        } else {
            addExif(bytes, from, count);
        }
    }

    /** How the image is to be seen; as it is stored if nothing says otherwise. */
    public Orientation orientation() {
        return exif.or(() -> xmp).orElse(Orientation.AS_STORED);
    }

    static UnsupportedImageException tooLong() {
        return new UnsupportedImageException(
                "has more than " + (MOST_BYTES >> 20) + " MiB of metadata in one block");
    }

    private static void requireShort(long count) throws UnsupportedImageException {
        if (count > MOST_BYTES) {
            throw tooLong();
        }
    }

    private static String text(byte[] bytes, long from, long count) {
        return new String(bytes, (int) from, (int) count, StandardCharsets.UTF_8);
    }

    private static byte[] slice(byte[] bytes, long from, long count) {
        return Arrays.copyOfRange(bytes, (int) from, (int) (from + count));
    }
}
