package dev.fer4j.data.gallery;

import dev.fer4j.core.RgbImage;
import dev.fer4j.data.image.Encoding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Small images whose headers claim another size than they have. */
enum ClaimedSize {
    /** By the IHDR chunk, its CRC right. */
    PNG,
    /** By the frame header (ITU-T T.81, B.2.2). */
    JPEG,
    /** By the BITMAPINFOHEADER. */
    BMP,
    /** By the VP8X chunk (RFC 9649, 2.7), since the others have no room for such sizes. */
    WEBP;

    /** The bytes of a file. */
    byte[] claiming(int width, int height) {
        return switch (this) {
            case PNG -> Encoding.pngClaiming(width, height);
            case JPEG -> jpeg(width, height);
            case BMP -> bmp(width, height);
            case WEBP -> webp(width, height);
        };
    }

    private static byte[] pixel(Encoding encoding) {
        return encoding.encode(new RgbImage(1, 1, new byte[3]));
    }

    private static byte[] jpeg(int width, int height) {
        byte[] bytes = pixel(Encoding.JPEG);
        int frame = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0\0");
        ByteBuffer.wrap(bytes)
                .putShort(frame + 5, (short) height)
                .putShort(frame + 7, (short) width);
        return bytes;
    }

    private static byte[] bmp(int width, int height) {
        byte[] bytes = pixel(Encoding.BMP);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(18, width).putInt(22, height);
        return bytes;
    }

    private static byte[] webp(int width, int height) {
        byte[] simple = pixel(Encoding.WEBP);
        ByteBuffer out = ByteBuffer.allocate(simple.length + 18).order(ByteOrder.LITTLE_ENDIAN);
        out.put(simple, 0, 4).putInt(simple.length + 10).put(simple, 8, 4);
        out.put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0);
        for (int side : new int[] {width - 1, height - 1}) {
            out.put((byte) side).put((byte) (side >> 8)).put((byte) (side >> 16));
        }
        return out.put(simple, 12, simple.length - 12).array();
    }
}
