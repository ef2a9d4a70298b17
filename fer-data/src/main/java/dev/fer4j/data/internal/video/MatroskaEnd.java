package dev.fer4j.data.internal.video;

import java.io.IOException;

/** Checks the segment of a Matroska file (RFC 9559, section 4.5), which contains all data. */
final class MatroskaEnd {

    /** The id of the EBML header with which the file begins. */
    static final String MAGIC = "\u001aE\u00df\u00a3";

    private static final String SEGMENT = "\u0018S\u0080g";

    private MatroskaEnd() {}

    static boolean isMissing(FileBytes file) throws IOException {
        long at = 0;
        while (at >= 0 && at + 4 < file.length()) {
            boolean segment = file.text(at, 4).equals(SEGMENT);
            int idBytes = width(file.at(at));
            int sizeBytes = width(file.at(at + idBytes));
            long mask = (1L << (7 * sizeBytes)) - 1;
            long size = file.bigEndian(at + idBytes, sizeBytes) & mask;
            boolean unknown = size == mask;
            if (segment) {
                return !unknown && at + idBytes + sizeBytes + size > file.length();
            }
            at += idBytes + sizeBytes + size;
        }
        return true;
    }

    /** A number's length in bytes, from the leading zeros of its first byte (RFC 8794, 4). */
    static int width(int first) {
        return Math.min(8, 1 + Integer.numberOfLeadingZeros(first) - 24);
    }
}
