package dev.fer4j.data.image;

import java.util.zip.CRC32;

/**
 * Reads a PNG's size and walks through all its chunks (PNG specification, section 5), checking the
 * CRC of each, so that libpng never receives a truncated or damaged file.
 */
final class PngHeader {

    private static final int SIGNATURE = 8;

    private PngHeader() {}

    static ImageHeader read(Bytes data) throws TruncatedException {
        if (!data.text(SIGNATURE + 4, 4).equals("IHDR")) {
            throw new TruncatedException("is a PNG without an IHDR chunk");
        }
        return new ImageHeader(
                ImageHeader.PNG,
                data.bigEndian(SIGNATURE + 8, 4),
                data.bigEndian(SIGNATURE + 12, 4));
    }

    static void requireEnd(Bytes data) throws TruncatedException {
        long at = SIGNATURE;
        String type;
        do {
            long length = data.bigEndian(at, 4);
            type = data.text(at + 4, 4);
            data.check(at + 8, length + 4);
            CRC32 crc = new CRC32();
            crc.update(data.array(), (int) at + 4, (int) length + 4);
            if (crc.getValue() != data.bigEndian(at + 8 + length, 4)) {
                throw new TruncatedException("is damaged: the PNG's " + type + " chunk");
            }
            at += 12 + length;
        } while (!type.equals("IEND"));
    }
}
