package dev.fer4j.data.image.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.InflaterInputStream;

/**
 * The text chunks of a PNG that hold EXIF or XMP: {@code XML:com.adobe.xmp}, and ImageMagick's
 * {@code Raw profile type exif}, {@code APP1} and {@code xmp}, whose text is a line with the
 * profile's name, one with its length, and its bytes as hexadecimal digits.
 */
final class PngText {

    private static final String XMP = "XML:com.adobe.xmp";
    private static final String PROFILE = "raw profile type ";
    private static final List<String> PROFILES = List.of("exif", "app1", "xmp");
    private static final int LONGEST_KEYWORD = 79;

    private final Bytes data;
    private final List<byte[]> blocks = new ArrayList<>();

    PngText(Bytes data) {
        this.data = data;
    }

    /** Reads the content of a chunk; chunks with other keywords are ignored. */
    void read(String type, long from, long count)
            throws TruncatedException, UnsupportedImageException {
        String start = data.text(from, (int) Math.min(count, LONGEST_KEYWORD + 1));
        int end = start.indexOf('\0');
        String keyword = end < 0 ? "" : start.substring(0, end);
        String lower = keyword.toLowerCase(java.util.Locale.ROOT);
        boolean profile =
                lower.startsWith(PROFILE) && PROFILES.contains(lower.substring(PROFILE.length()));
        if (profile || keyword.equals(XMP)) {
            byte[] text = text(type, from + end + 1, from + count);
            blocks.add(profile ? unhex(text) : text);
        }
    }

    /** Hands over what was read, after the chunks that PNG itself defines for EXIF. */
    void addTo(Metadata metadata) throws UnsupportedImageException {
        for (byte[] block : blocks) {
            metadata.add(block, 0, block.length);
        }
    }

    private byte[] text(String type, long from, long end)
            throws TruncatedException, UnsupportedImageException {
        long at = from;
        boolean packed = type.equals("zTXt");
        if (type.equals("zTXt")) {
            at++;
        } else if (type.equals("iTXt")) {
            packed = data.at(at) == 1;
            at = behindZero(behindZero(at + 2, end), end);
        }
        InputStream stored =
                new ByteArrayInputStream(data.array(), (int) at, (int) Math.max(0, end - at));
        try (InputStream in = packed ? new InflaterInputStream(stored) : stored) {
            byte[] text = in.readNBytes(Metadata.MOST_BYTES + 1);
            if (text.length > Metadata.MOST_BYTES) {
                throw Metadata.tooLong();
            }
            return text;
        } catch (IOException e) {
            throw new TruncatedException("is damaged: the PNG's " + type + " chunk");
        }
    }

    private long behindZero(long from, long end) throws TruncatedException {
        long at = from;
        while (at < end && data.at(at) != 0) {
            at++;
        }
        return at + 1;
    }

    /** The digits behind the name and the length; empty if there is anything else. */
    private static byte[] unhex(byte[] profile) {
        String text = new String(profile, StandardCharsets.ISO_8859_1).strip();
        int name = text.indexOf('\n');
        int length = text.indexOf('\n', name + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() / 2);
        int upper = -1;
        for (int i = length + 1; length > name && i < text.length(); i++) {
            char c = text.charAt(i);
            if (HexFormat.isHexDigit(c)) {
                int digit = HexFormat.fromHexDigit(c);
                if (upper < 0) {
                    upper = digit;
                } else {
                    bytes.write(upper << 4 | digit);
                    upper = -1;
                }
            }
        }
        return bytes.toByteArray();
    }
}
