package dev.fer4j.data.image.internal;

import dev.fer4j.core.RgbImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Reads a PNG's size, walks through all its chunks (PNG specification, section 5), checking the CRC
 * of each, and decodes its pixels. Of an animation the image that other programs show is read.
 */
public final class PngFile {

    private static final int SIGNATURE = 8;

    /** A byte of deflated data gives at most 1032 bytes; more than that is lenient. */
    private static final long MOST_UNPACKED = 1100;

    private final Bytes data;
    private final PngText text;
    private final Metadata metadata = new Metadata();
    private final List<InputStream> coded = new ArrayList<>();
    private long codedBytes;
    private byte[] palette = {};

    private PngFile(Bytes data) {
        this.data = data;
        this.text = new PngText(data);
    }

    public static ImageHeader read(Bytes data) throws TruncatedException {
        if (!data.text(SIGNATURE + 4, 4).equals("IHDR")) {
            throw new TruncatedException("is a PNG without an IHDR chunk");
        }
        return new ImageHeader(
                ImageHeader.PNG,
                data.bigEndian(SIGNATURE + 8, 4),
                data.bigEndian(SIGNATURE + 12, 4));
    }

    /**
     * Decodes a file whose size has been checked.
     *
     * @throws TruncatedException if the file is truncated or damaged
     * @throws UnsupportedImageException if its metadata are too long
     */
    public static RgbImage decode(Bytes data) throws TruncatedException, UnsupportedImageException {
        PngHeader header = PngHeader.read(data, SIGNATURE + 8, data.bigEndian(SIGNATURE, 4));
        PngFile file = new PngFile(data);
        file.chunks();
        file.text.addTo(file.metadata);
        if (header.colour() == PngHeader.PALETTE && file.palette.length == 0) {
            throw new TruncatedException("is damaged: a PNG without its palette");
        }
        // Before memory for all pixels is allocated.
        if (header.packedBytes() > MOST_UNPACKED * file.codedBytes) {
            throw PngDecoder.tooFewPixels();
        }
        InputStream coded = new SequenceInputStream(Collections.enumeration(file.coded));
        return file.metadata.orientation().apply(PngDecoder.decode(header, file.palette, coded));
    }

    private void chunks() throws TruncatedException, UnsupportedImageException {
        long at = SIGNATURE;
        String type;
        do {
            long length = data.bigEndian(at, 4);
            type = data.text(at + 4, 4);
            data.check(at + 8, length + 4);
            requireSum(at, length, type);
            content(type, at + 8, length);
            at += 12 + length;
        } while (!type.equals("IEND"));
    }

    private void content(String type, long at, long length)
            throws TruncatedException, UnsupportedImageException {
        switch (type) {
            case "PLTE" ->
                    palette = Arrays.copyOfRange(data.array(), (int) at, (int) (at + length));
            case "IDAT" -> {
                coded.add(new ByteArrayInputStream(data.array(), (int) at, (int) length));
                codedBytes += length;
            }
            case "eXIf" -> metadata.addExif(data.array(), at, length);
            case "tEXt", "zTXt", "iTXt" -> text.read(type, at, length);
            default -> {
                // Other chunks do not decide about pixels; alpha, which tRNS gives, is dropped.
            }
        }
    }

    private void requireSum(long at, long length, String type) throws TruncatedException {
        CRC32 crc = new CRC32();
        crc.update(data.array(), (int) at + 4, (int) length + 4);
        if (crc.getValue() != data.bigEndian(at + 8 + length, 4)) {
            throw new TruncatedException("is damaged: the PNG's " + type + " chunk");
        }
    }
}
