package dev.fer4j.data.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.primitives.Bytes;
import com.google.common.primitives.Ints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes orientations into image files, in the ways of several programs. */
final class ImageMetadata {

    private static final String RDF =
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                    + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>%s"
                    + "</rdf:RDF></x:xmpmeta>";

    private ImageMetadata() {}

    /** EXIF whose first directory has the orientation behind another field. */
    static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer exif = ByteBuffer.allocate(38).order(order);
        exif.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(ISO_8859_1));
        exif.putShort((short) 42).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x100).putShort((short) 4).putInt(1).putInt(32);
        exif.putShort((short) 0x112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return exif.array();
    }

    static byte[] prefixed(byte[] exif) {
        return Bytes.concat("Exif\0\0".getBytes(ISO_8859_1), exif);
    }

    /** XMP as exiftool writes it. */
    static byte[] xmpElement(int orientation) {
        return xmp(
                "<rdf:Description rdf:about='' xmlns:tiff='http://ns.adobe.com/tiff/1.0/'>"
                        + "<tiff:Orientation>"
                        + orientation
                        + "</tiff:Orientation></rdf:Description>");
    }

    /** XMP as Adobe's programs write it. */
    static byte[] xmpAttribute(int orientation) {
        return xmp(
                "<rdf:Description rdf:about='' xmlns:t='http://ns.adobe.com/tiff/1.0/'"
                        + " t:Orientation='"
                        + orientation
                        + "'/>");
    }

    static byte[] xmp(String descriptions) {
        return ("<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>"
                        + RDF.formatted(descriptions)
                        + " ".repeat(100)
                        + "<?xpacket end='w'?>")
                .getBytes(UTF_8);
    }

    static byte[] jpegXmp(byte[] xmp) {
        return Bytes.concat("http://ns.adobe.com/xap/1.0/\0".getBytes(ISO_8859_1), xmp);
    }

    /** Puts a segment behind the start of a JPEG. */
    static byte[] jpeg(byte[] jpeg, int marker, byte[] content) {
        int length = content.length + 2;
        return Bytes.concat(
                Arrays.copyOf(jpeg, 2),
                new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length},
                content,
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** Puts a chunk behind a PNG's header, or before its end. */
    static byte[] png(byte[] png, String type, byte[] content, boolean first) {
        int at = first ? 33 : png.length - 12;
        byte[] typed = Bytes.concat(type.getBytes(ISO_8859_1), content);
        CRC32 crc = new CRC32();
        crc.update(typed);
        return Bytes.concat(
                Arrays.copyOf(png, at),
                Ints.toByteArray(content.length),
                typed,
                Ints.toByteArray((int) crc.getValue()),
                Arrays.copyOfRange(png, at, png.length));
    }

    static byte[] text(String keyword, byte[] text) {
        return Bytes.concat((keyword + "\0").getBytes(ISO_8859_1), text);
    }

    static byte[] packedText(String keyword, byte[] text) {
        return Bytes.concat((keyword + "\0\0").getBytes(ISO_8859_1), deflated(text));
    }

    static byte[] international(String keyword, byte[] text, boolean packed) {
        return Bytes.concat(
                (keyword + "\0" + (packed ? "\1" : "\0") + "\0en\0Keyword\0").getBytes(ISO_8859_1),
                packed ? deflated(text) : text);
    }

    /** A profile in digits, as ImageMagick writes it. */
    static byte[] rawProfile(String name, byte[] profile) {
        String digits = HexFormat.of().formatHex(profile).replaceAll("(.{72})", "$1\n");
        return "\n%s\n%8d\n%s\n".formatted(name, profile.length, digits).getBytes(ISO_8859_1);
    }

    static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** An extended WebP of this size with chunks, each of a name and its content. */
    static byte[] webp(int width, int height, int flags, Object... chunks) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer canvas = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        canvas.putInt(flags)
                .putInt((width - 1) | (height - 1) << 24)
                .putShort((short) ((height - 1) >> 8));
        all.writeBytes(chunk("VP8X", canvas.array()));
        for (int i = 0; i < chunks.length; i += 2) {
            all.writeBytes(chunk((String) chunks[i], (byte[]) chunks[i + 1]));
        }
        return Bytes.concat(
                "RIFF".getBytes(ISO_8859_1),
                littleEndian(all.size() + 4),
                "WEBP".getBytes(ISO_8859_1),
                all.toByteArray());
    }

    static byte[] chunk(String name, byte[] content) {
        return Bytes.concat(
                name.getBytes(ISO_8859_1),
                littleEndian(content.length),
                content,
                new byte[content.length % 2]);
    }

    /** A frame of an animation at a place, whose coordinates must be even. */
    static byte[] frame(int left, int top, int width, int height, byte[] chunk) {
        return Bytes.concat(
                Arrays.copyOf(littleEndian(left / 2), 3),
                Arrays.copyOf(littleEndian(top / 2), 3),
                Arrays.copyOf(littleEndian(width - 1), 3),
                Arrays.copyOf(littleEndian(height - 1), 3),
                new byte[] {100, 0, 0, 0},
                chunk);
    }

    static byte[] littleEndian(int value) {
        return Ints.toByteArray(Integer.reverseBytes(value));
    }
}
