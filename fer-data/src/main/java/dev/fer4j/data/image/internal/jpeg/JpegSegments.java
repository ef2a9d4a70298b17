package dev.fer4j.data.image.internal.jpeg;

import dev.fer4j.data.image.internal.Bytes;
import dev.fer4j.data.image.internal.Metadata;
import dev.fer4j.data.image.internal.StrippedImage;
import dev.fer4j.data.image.internal.TruncatedException;
import dev.fer4j.data.image.internal.UnsupportedImageException;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The segments of a JPEG that decide about pixels, collected in order. The application segments
 * that tell colours apart, JFIF's and Adobe's, are written again, so that libjpeg finds nothing in
 * them to warn of.
 */
final class JpegSegments {

    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int HUFFMAN_TABLES = 0xc4;
    private static final int RESTART_INTERVAL = 0xdd;
    private static final int ADOBE_BYTES = 12;

    /** Marker, length, no components, and three bytes that choose coefficients. */
    private static final int SHORTEST_SCAN = 8;

    /** What baseline scans must choose; libjpeg ignores other values and warns of them. */
    private static final byte[] ALL_COEFFICIENTS = {0, 63, 0};

    /** DHT, DAC, DQT, DNL and DRI. */
    private static final Set<Integer> TABLES = Set.of(0xc4, 0xcc, 0xdb, 0xdc, 0xdd);

    private static final byte[] JFIF = {
        (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private final Bytes data;
    private final ByteArrayOutputStream kept;
    private final Metadata metadata = new Metadata();
    private final JpegTables tables = new JpegTables();
    private int interval;
    private boolean jfif;
    private OptionalInt adobe = OptionalInt.empty();
    private int components;
    private boolean sequential;
    private boolean scanned;

    JpegSegments(Bytes data) {
        this.data = data;
        this.kept = new ByteArrayOutputStream(data.length());
        kept.write(0xff);
        kept.write(0xd8);
    }

    /** Adds a segment that is not a scan. */
    void add(long at, long end) throws TruncatedException, UnsupportedImageException {
        int marker = data.at(at + 1);
        if (marker >= APP0 && marker <= APP15) {
            application(marker, at + 4, end);
        } else if (JpegFile.isFrame(marker)) {
            frame(marker, at + 4);
            copy(at, end);
        } else if (TABLES.contains(marker)) {
            if (marker == HUFFMAN_TABLES) {
                tables.read(data, at + 4, end);
            } else if (marker == RESTART_INTERVAL) {
                interval = (int) data.bigEndian(at + 4, 2);
            }
            copy(at, end);
        }
    }

    /** Adds a scan with its entropy-coded data. */
    void addScan(long at, long coded, long end) throws TruncatedException {
        if (coded < at + SHORTEST_SCAN) {
            throw new TruncatedException("is damaged: the JPEG's scan header");
        }
        if (!scanned) {
            writeColours();
        }
        scanned = true;
        copy(at, coded - 3);
        if (sequential) {
            kept.writeBytes(ALL_COEFFICIENTS);
        } else {
            copy(coded - 3, coded);
        }
        Optional<JpegScan> scan = tables.scan(data, at);
        if (scan.isPresent()) {
            scan.get().write(data, coded, end, interval, kept);
        } else {
            copy(coded, end);
        }
    }

    /**
     * Returns what was collected.
     *
     * @throws TruncatedException if there was no scan
     */
    StrippedImage stripped() throws TruncatedException {
        if (!scanned) {
            throw new TruncatedException("is a JPEG without pixels");
        }
        kept.write(0xff);
        kept.write(JpegFile.END_OF_IMAGE);
        return new StrippedImage(kept.toByteArray(), metadata.orientation(), Optional.empty());
    }

    private void application(int marker, long from, long end)
            throws TruncatedException, UnsupportedImageException {
        int count = (int) (end - from);
        String text = data.text(from, Math.min(count, Metadata.XMP_PREFIX.length()));
        if (marker == APP0 && text.startsWith("JFIF\0")) {
            jfif = true;
        } else if (marker == APP1
                && (text.startsWith("Exif\0") || text.startsWith(Metadata.XMP_PREFIX))) {
            metadata.add(data.array(), from, count);
        } else if (marker == APP14 && text.startsWith("Adobe") && count >= ADOBE_BYTES) {
            adobe = OptionalInt.of(data.at(from + ADOBE_BYTES - 1));
        }
    }

    private void frame(int marker, long from) throws TruncatedException, UnsupportedImageException {
        if (data.at(from) != 8) {
            throw new UnsupportedImageException(
                    "is a JPEG of " + data.at(from) + " bits a channel");
        }
        if (marker % 4 == 3 || (marker > 0xc4 && marker < 0xc8) || marker > 0xcc) {
            throw new UnsupportedImageException("is a lossless or hierarchical JPEG");
        }
        if (tables.frame().isPresent()) {
            throw new TruncatedException("is damaged: a JPEG of two frames");
        }
        tables.setFrame(JpegFrame.read(data, marker, from));
        components = data.at(from + 5);
        sequential = marker == 0xc0 || marker == 0xc1;
    }

    /** A colour transform that Adobe does not define is taken for the usual one. */
    private void writeColours() {
        if (jfif) {
            kept.writeBytes(JFIF);
        }
        if (adobe.isPresent()) {
            int usual = components == 4 ? 2 : 1;
            int transform = adobe.getAsInt() == 0 ? 0 : usual;
            kept.writeBytes(
                    new byte[] {
                        (byte) 0xff,
                        (byte) APP14,
                        0,
                        14,
                        'A',
                        'd',
                        'o',
                        'b',
                        'e',
                        0,
                        100,
                        0,
                        0,
                        0,
                        0,
                        (byte) transform
                    });
        }
    }

    private void copy(long from, long end) {
        kept.write(data.array(), (int) from, (int) (end - from));
    }
}
