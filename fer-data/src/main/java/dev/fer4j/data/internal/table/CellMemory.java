package dev.fer4j.data.internal.table;

import java.io.IOException;

/** Counts the memory that cells take, before they take it. */
final class CellMemory {

    /** Bytes of a text without characters, and of a character. */
    private static final int TEXT = 56;

    private static final int CHARACTER = 2;

    /** Bytes of a cell besides its text, and of a row besides its cells. */
    private static final int CELL = 32;

    private static final int ROW = 64;

    private static final int MEGABYTE = 20;

    private final long limit;
    private long used;

    CellMemory(long limit) {
        this.limit = limit;
    }

    void addText(int characters) throws IOException {
        add(TEXT + (long) CHARACTER * characters);
    }

    void addCell() throws IOException {
        add(CELL);
    }

    void addRow() throws IOException {
        add(ROW);
    }

    private void add(long bytes) throws IOException {
        used += bytes;
        if (used > limit) {
            throw new IOException(
                    "its cells take more than the %d MB of memory that are set aside for them; remove what is not needed or give Java more memory with -Xmx"
                            .formatted(limit >> MEGABYTE));
        }
    }
}
