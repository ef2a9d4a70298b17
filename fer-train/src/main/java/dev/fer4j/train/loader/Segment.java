package dev.fer4j.train.loader;

import dev.fer4j.core.RgbImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * An immutable memory-mapped file of images of one form:
 *
 * <pre>
 *   "FER4JIMG", version, resize method, size, count        8 + 4 × 4 bytes, big-endian
 *   pixels of each image                                   count × 3 × size × size
 *   for each image: SHA-256 of its file, CRC-32C of pixels count × (32 + 4)
 *   CRC-32C of all but the pixels                          4
 * </pre>
 *
 * <p>The index comes last, since the checksums are known only after the pixels are written.
 */
final class Segment {

    static final int HEADER = 8 + 4 * Integer.BYTES;
    static final int ENTRY = 32 + Integer.BYTES;

    private static final long MAGIC = 0x46455234_4a494d47L;

    /** Raised when decoding changes: 2 turns WebP and reads the masks of BMP. */
    private static final int VERSION = 2;

    private final Path file;
    private final InputForm form;
    private final ByteBuffer bytes;
    private final ByteBuffer index;

    private Segment(Path file, InputForm form, ByteBuffer bytes, ByteBuffer index) {
        this.file = file;
        this.form = form;
        this.bytes = bytes;
        this.index = index;
    }

    /** The length in bytes of a file with this many images. */
    static long length(InputForm form, int count) {
        return HEADER + (long) count * (form.bytes() + ENTRY) + Integer.BYTES;
    }

    static byte[] header(InputForm form, int count) {
        return ByteBuffer.allocate(HEADER)
                .putLong(MAGIC)
                .putInt(VERSION)
                .putInt(form.method())
                .putInt(form.size())
                .putInt(count)
                .array();
    }

    /**
     * Maps a file and verifies everything but its pixels.
     *
     * @throws DamagedException if it is not a complete segment of this form
     */
    static Segment open(Path file, InputForm form) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long length = channel.size();
            if (length < HEADER || length > Integer.MAX_VALUE) {
                throw new DamagedException(file, "has " + length + " bytes");
            }
            MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, length);
            int count = bytes.getInt(HEADER - Integer.BYTES);
            if (count < 1 || !bytes.slice(0, HEADER).equals(ByteBuffer.wrap(header(form, count)))) {
                throw new DamagedException(
                        file, "does not begin as images of " + form.size() + " pixels");
            }
            if (length != length(form, count)) {
                throw new DamagedException(
                        file, "has " + length + " bytes instead of " + length(form, count));
            }
            int start = HEADER + count * form.bytes();
            ByteBuffer index = bytes.slice(start, count * ENTRY);
            if (sum(bytes.slice(0, HEADER), index) != bytes.getInt(start + count * ENTRY)) {
                throw new DamagedException(file, "has an index that was changed");
            }
            return new Segment(file, form, bytes, index);
        }
    }

    Path file() {
        return file;
    }

    /** The digests of the image files, in order. */
    List<String> digests() {
        return IntStream.range(0, index.capacity() / ENTRY).mapToObj(this::digest).toList();
    }

    private String digest(int place) {
        byte[] digest = new byte[32];
        index.get(place * ENTRY, digest);
        return HexFormat.of().formatHex(digest);
    }

    /** Whether the pixels of an image match their checksum. */
    boolean isIntact(int place) {
        return matches(place, sum(bytes.slice(HEADER + place * form.bytes(), form.bytes())));
    }

    /**
     * Reads an image.
     *
     * @throws DamagedException if its pixels do not match their checksum
     */
    RgbImage image(int place) throws DamagedException {
        byte[] rgb = new byte[form.bytes()];
        bytes.get(HEADER + place * form.bytes(), rgb);
        // Checks the bytes that are returned, in case the file is modified meanwhile.
        if (!matches(place, sum(ByteBuffer.wrap(rgb)))) {
            throw new DamagedException(file, "has pixels that were changed");
        }
        return new RgbImage(form.size(), form.size(), rgb);
    }

    private boolean matches(int place, int sum) {
        return index.getInt(place * ENTRY + ENTRY - Integer.BYTES) == sum;
    }

    static int sum(ByteBuffer... parts) {
        CRC32C sum = new CRC32C();
        for (ByteBuffer part : parts) {
            sum.update(part.duplicate());
        }
        return (int) sum.getValue();
    }

    /** Signals that a file differs from what was written. */
    static final class DamagedException extends IOException {

        DamagedException(Path file, String finding) {
            super(file + " " + finding);
        }
    }
}
