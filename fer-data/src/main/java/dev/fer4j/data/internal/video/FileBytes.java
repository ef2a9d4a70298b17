package dev.fer4j.data.internal.video;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** Random access to numbers and texts in a file. Positions beyond its end read as zeros. */
final class FileBytes implements Closeable {

    private static final int BLOCK = 4096;

    private final RandomAccessFile file;
    private final long length;
    private final byte[] block = new byte[BLOCK];

    /** The position of the block in the file; negative if none has been read. */
    private long blockStart = -BLOCK;

    FileBytes(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "r");
        length = file.length();
    }

    long length() {
        return length;
    }

    int at(long position) throws IOException {
        if (position < 0 || position >= length) {
            return 0;
        }
        if (position < blockStart || position >= blockStart + BLOCK) {
            long start = position / BLOCK * BLOCK;
            Arrays.fill(block, (byte) 0);
            file.seek(start);
            file.readFully(block, 0, (int) Math.min(BLOCK, length - start));
            blockStart = start;
        }
        return Byte.toUnsignedInt(block[(int) (position - blockStart)]);
    }

    /** Reads an unsigned number; a negative result (of 8 bytes) is larger than any file. */
    long bigEndian(long position, int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | at(position + i);
        }
        return value;
    }

    long littleEndian(long position, int bytes) throws IOException {
        long value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = value << 8 | at(position + i);
        }
        return value;
    }

    String text(long position, int bytes) throws IOException {
        byte[] text = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            text[i] = (byte) at(position + i);
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
