package dev.fer4j.data.image.internal;

import java.nio.charset.StandardCharsets;

/** A file's bytes with bounds checks: reading past the end reports a truncated file. */
public final class Bytes {

    private final byte[] bytes;

    public Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public int length() {
        return bytes.length;
    }

    public boolean startsWith(String latin1) {
        byte[] prefix = latin1.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < prefix.length; i++) {
            if (i >= bytes.length || bytes[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    public int at(long index) throws TruncatedException {
        check(index, 1);
        return bytes[(int) index] & 0xff;
    }

    public String text(long from, int count) throws TruncatedException {
        check(from, count);
        return new String(bytes, (int) from, count, StandardCharsets.ISO_8859_1);
    }

    public long bigEndian(long from, int count) throws TruncatedException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | at(from + i);
        }
        return value;
    }

    public long littleEndian(long from, int count) throws TruncatedException {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | at(from + i);
        }
        return value;
    }

    void requireLength(long declared) throws TruncatedException {
        if (declared > bytes.length) {
            throw new TruncatedException(
                    "is truncated: " + bytes.length + " of " + declared + " bytes");
        }
    }

    public byte[] array() {
        return bytes;
    }

    public void check(long from, long count) throws TruncatedException {
        if (from < 0 || count < 0 || from + count > bytes.length) {
            throw new TruncatedException("is truncated after " + bytes.length + " bytes");
        }
    }
}
