package dev.fer4j.data.image.internal.jpeg;

import dev.fer4j.data.image.internal.TruncatedException;

/** A Huffman table of a JPEG (ITU-T T.81, annex C and F.2.2.3). */
final class JpegTable {

    /** A table without codes. */
    static final JpegTable NONE = new JpegTable();

    private static final int LOOKED_UP = 8;
    private static final int LONGEST = 16;

    /** By the next eight bits: the code's length in the upper byte and its symbol, or 0. */
    private final int[] lookup = new int[1 << LOOKED_UP];

    /** By length: the largest code plus one, and what to add to a code for the symbol's place. */
    private final int[] end = new int[LONGEST + 1];

    private final int[] offset = new int[LONGEST + 1];
    private final byte[] symbols;

    private JpegTable() {
        symbols = new byte[0];
    }

    /**
     * Creates a table.
     *
     * @param counts the number of codes of each length, from 1 to 16
     * @param symbols the symbols in the order of their codes
     */
    JpegTable(int[] counts, byte[] symbols) throws TruncatedException {
        this.symbols = symbols.clone();
        int code = 0;
        int place = 0;
        for (int length = 1; length <= LONGEST; length++) {
            offset[length] = place - code;
            for (int i = 0; i < counts[length - 1]; i++) {
                if (code >= 1 << length) {
                    throw new TruncatedException("is damaged: a table of the JPEG");
                }
                look(code, length, place);
                code++;
                place++;
            }
            end[length] = code;
            code <<= 1;
        }
    }

    private void look(int code, int length, int place) {
        if (length <= LOOKED_UP) {
            int first = code << (LOOKED_UP - length);
            for (int i = 0; i < 1 << (LOOKED_UP - length); i++) {
                lookup[first + i] = (length << 8) | (symbols[place] & 0xff);
            }
        }
    }

    /** Reads the next symbol. */
    int next(JpegBits bits) throws TruncatedException {
        int ahead = bits.peek();
        int found = lookup[ahead >> (LONGEST - LOOKED_UP)];
        if (found != 0) {
            bits.skip(found >> 8);
            return found & 0xff;
        }
        for (int length = LOOKED_UP + 1; length <= LONGEST; length++) {
            int code = ahead >> (LONGEST - length);
            if (code < end[length] && code + offset[length] >= 0) {
                bits.skip(length);
                return symbols[code + offset[length]] & 0xff;
            }
        }
        throw bits.impossible();
    }
}
