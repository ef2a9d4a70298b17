package dev.fer4j.data.image;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Reads a PNG's size and walks through all its chunks (PNG specification, section 5), checking the
 * CRC of each, so that libpng never receives a truncated or damaged file. Of an animation the image
 * that other programs show remains.
 */
final class PngFile {

    private static final int SIGNATURE = 8;

    /** The chunks that decide about pixels. Alpha, which {@code tRNS} gives, is dropped. */
    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "IDAT", "IEND");

    private static final int PALETTE = 3;

    /** The bit depths of each colour type. */
    private static final Map<Integer, Set<Integer>> DEPTHS =
            Map.of(
                    0,
                    Set.of(1, 2, 4, 8, 16),
                    2,
                    Set.of(8, 16),
                    PALETTE,
                    Set.of(1, 2, 4, 8),
                    4,
                    Set.of(8, 16),
                    6,
                    Set.of(8, 16));

    private PngFile() {}

    static ImageHeader read(Bytes data) throws TruncatedException {
        if (!data.text(SIGNATURE + 4, 4).equals("IHDR")) {
            throw new TruncatedException("is a PNG without an IHDR chunk");
        }
        return new ImageHeader(
                ImageHeader.PNG,
                data.bigEndian(SIGNATURE + 8, 4),
                data.bigEndian(SIGNATURE + 12, 4));
    }

    /**
     * Returns the chunks that decide about pixels, and the orientation.
     *
     * @throws TruncatedException if the file is truncated or damaged
     * @throws UnsupportedImageException if its metadata are too long
     */
    static StrippedImage strip(Bytes data) throws TruncatedException, UnsupportedImageException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(data.length());
        kept.write(data.array(), 0, SIGNATURE);
        Metadata metadata = new Metadata();
        PngText text = new PngText(data);
        boolean palette = false;
        long at = SIGNATURE;
        String type;
        do {
            long length = data.bigEndian(at, 4);
            type = data.text(at + 4, 4);
            data.check(at + 8, length + 4);
            requireSum(data, at, length, type);
            switch (type) {
                case "IHDR" -> requireHeader(data, at + 8, length);
                case "PLTE" -> palette = true;
                case "eXIf" -> metadata.addExif(data.array(), at + 8, length);
                case "tEXt", "zTXt", "iTXt" -> text.read(type, at + 8, length);
                default -> {}
            }
            if (PIXELS.contains(type)) {
                kept.write(data.array(), (int) at, (int) length + 12);
            }
            at += 12 + length;
        } while (!type.equals("IEND"));
        if (data.at(SIGNATURE + 17) == PALETTE && !palette) {
            throw new TruncatedException("is damaged: a PNG without its palette");
        }
        text.addTo(metadata);
        return new StrippedImage(kept.toByteArray(), metadata.orientation(), Optional.empty());
    }

    private static void requireSum(Bytes data, long at, long length, String type)
            throws TruncatedException {
        CRC32 crc = new CRC32();
        crc.update(data.array(), (int) at + 4, (int) length + 4);
        if (crc.getValue() != data.bigEndian(at + 8 + length, 4)) {
            throw new TruncatedException("is damaged: the PNG's " + type + " chunk");
        }
    }

    private static void requireHeader(Bytes data, long at, long length) throws TruncatedException {
        if (length != 13
                || !DEPTHS.getOrDefault(data.at(at + 9), Set.of()).contains(data.at(at + 8))
                || data.at(at + 10) != 0
                || data.at(at + 11) != 0
                || data.at(at + 12) > 1) {
            throw new TruncatedException("is damaged: the PNG's IHDR chunk");
        }
    }
}
