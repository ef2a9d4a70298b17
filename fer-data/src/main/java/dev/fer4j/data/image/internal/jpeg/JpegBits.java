package dev.fer4j.data.image.internal.jpeg;

import dev.fer4j.data.image.internal.Bytes;
import dev.fer4j.data.image.internal.TruncatedException;
import java.io.ByteArrayOutputStream;

/** The bits of entropy-coded data up to the next marker. */
final class JpegBits {

    private static final byte MARKER = (byte) 0xff;

    /** Zeros behind the end, so that three bytes can be read anywhere. */
    private static final int PADDING = 3;

    private final byte[] bytes;
    private final int length;
    private long position;

    /** Where the data end, at a marker or at the end of the scan. */
    private final long end;

    /**
     * Takes the bytes from a position up to the next marker. A zero behind 0xff is no data, and
     * neither is 0xff before a marker.
     */
    JpegBits(Bytes data, long from, long to) {
        byte[] raw = data.array();
        int at = (int) from;
        int zeros = 0;
        while (at < to) {
            if (raw[at] == MARKER) {
                int next = behindMarker(raw, at, to);
                if (next == at) {
                    break;
                }
                zeros += next - at - 1;
                at = next;
            } else {
                at++;
            }
        }
        end = at;
        length = at - (int) from - zeros;
        bytes = new byte[length + PADDING];
        int source = (int) from;
        for (int i = 0; i < length; i++) {
            bytes[i] = raw[source];
            source = raw[source] == MARKER ? behindMarker(raw, source, to) : source + 1;
        }
    }

    /** Returns the position behind a coded 0xff, or the same if it begins a marker. */
    private static int behindMarker(byte[] raw, int at, long to) {
        int code = at + 1;
        while (code < to && raw[code] == MARKER) {
            code++;
        }
        return code < to && raw[code] == 0 ? code + 1 : at;
    }

    long end() {
        return end;
    }

    /** The next 16 bits; zeros behind the end. */
    int peek() {
        int at = (int) (position >> 3);
        if (at + 2 >= bytes.length) {
            return 0;
        }
        int three =
                ((bytes[at] & 0xff) << 16) | ((bytes[at + 1] & 0xff) << 8) | (bytes[at + 2] & 0xff);
        return (three >> (8 - (int) (position & 7))) & 0xffff;
    }

    void skip(int bits) {
        position += bits;
    }

    int read(int bits) {
        int value = bits == 0 ? 0 : peek() >> (16 - bits);
        position += bits;
        return value;
    }

    /** The exception for a code that no table has. */
    TruncatedException impossible() {
        return position > 8L * length
                ? missing()
                : new TruncatedException("is damaged: the coded pixels of the JPEG");
    }

    private static TruncatedException missing() {
        return new TruncatedException("is truncated: pixels of the JPEG are missing");
    }

    /**
     * Writes the bytes that were read, which leaves out those between the last pixel and the
     * marker.
     *
     * @throws TruncatedException if more was read than there is
     */
    void writeRead(ByteArrayOutputStream out) throws TruncatedException {
        if (position > 8L * length) {
            throw missing();
        }
        for (int i = 0; i < (position + 7) / 8; i++) {
            out.write(bytes[i]);
            if (bytes[i] == MARKER) {
                out.write(0);
            }
        }
    }
}
