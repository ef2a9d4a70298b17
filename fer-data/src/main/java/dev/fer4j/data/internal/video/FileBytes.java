package dev.fer4j.data.internal.video;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Random access to numbers and texts in a file. Positions beyond its end read as zeros. */
final class FileBytes implements Closeable {

    private final RandomAccessFile file;
    private final long length;

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
        file.seek(position);
        return Math.max(0, file.read());
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
