package dev.fer4j.data.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The first bytes of a file.
 *
 * @param bytes as ISO 8859-1, in which every byte is one character
 */
record FileStart(String bytes) {

    private static final int LENGTH = 512;

    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    static FileStart of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new FileStart(new String(in.readNBytes(LENGTH), StandardCharsets.ISO_8859_1));
        }
    }

    boolean isZip() {
        return bytes.startsWith("PK\u0003\u0004") || bytes.startsWith("PK\u0005\u0006");
    }

    /** Whether the file begins with these bytes. */
    boolean is(String magic) {
        return bytes.startsWith(magic);
    }

    /** The beginning as text in lower case, without a byte order mark and blanks before it. */
    String text() {
        String text = is(BYTE_ORDER_MARK) ? bytes.substring(BYTE_ORDER_MARK.length()) : bytes;
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
