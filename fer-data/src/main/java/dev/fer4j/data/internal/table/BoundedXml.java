package dev.fer4j.data.internal.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * XML whose size and checksum are checked while it is unpacked: a few bytes of an archive may stand
 * for gigabytes, and a parser keeps a name, an attribute or a comment in memory as a whole.
 */
final class BoundedXml extends FilterInputStream {

    /** Parts of this size are read whatever they are packed into. */
    private static final long HARMLESS = 16L << 20;

    /** No table packs better than this: repeated rows of numbers come to about 50. */
    private static final long BEST_PACKING = 200;

    /** Longest part of a file between two tags; a cell holds at most 32,767 characters. */
    private static final int LONGEST = 1 << 20;

    private final String part;
    private final long limit;
    private final long expected;
    private final CRC32 checksum = new CRC32();
    private long read;
    private long start;
    private boolean special;
    private int before;
    private int twoBefore;

    /**
     * Creates a stream.
     *
     * @param entry its entry in the archive
     */
    BoundedXml(InputStream in, ZipEntry entry) {
        super(in);
        this.part = entry.getName();
        this.limit = Math.max(HARMLESS, BEST_PACKING * Math.max(0, entry.getCompressedSize()));
        this.expected = entry.getCrc();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count < 0 && checksum.getValue() != expected) {
            throw new IOException(part + " is damaged");
        }
        checksum.update(bytes, offset, Math.max(0, count));
        for (int i = 0; i < count; i++) {
            read++;
            follow(bytes[offset + i]);
        }
        if (read > limit) {
            throw new IOException(
                    part + " unpacks to more than " + limit + " bytes, as only hostile files do");
        }
        return count;
    }

    /** Keeps track of where the current tag, comment or text began. */
    private void follow(byte next) throws IOException {
        if (next == 0) {
            // Every other byte of UTF-16.
            return;
        }
        if (special) {
            // A comment, section or instruction, which may contain tags.
            special =
                    next != '>'
                            || !((before == '-' && twoBefore == '-')
                                    || (before == ']' && twoBefore == ']')
                                    || before == '?');
        } else if (next == '<') {
            start = read;
        } else if (before == '<' && (next == '!' || next == '?')) {
            special = true;
        }
        if (read - start > LONGEST) {
            throw new IOException(part + " has a text or tag of more than " + LONGEST + " bytes");
        }
        twoBefore = before;
        before = next;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public long skip(long count) throws IOException {
        throw new IOException(part + " cannot be skipped");
    }
}
