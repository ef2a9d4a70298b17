package dev.fer4j.train.tensor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.util.List;
import java.util.Locale;

/** Bytes of a file, mostly its first, by which formats are told apart. */
final class FirstBytes {

    /** How many bytes to look at: HDF5 may begin after a user block of some powers of two. */
    static final int MOST = (1 << 14) + 8;

    private static final String HDF5 = "\u0089HDF\r\n\u001a\n";
    private static final List<String> COMPRESSED =
            List.of(
                    "\u001f\u008b",
                    "BZh",
                    "\u00fd7zXZ",
                    "(\u00b5/\u00fd",
                    "7z\u00bc\u00af",
                    "Rar!");
    private static final List<String> PICTURES =
            List.of("\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "RIFF", "BM");

    /** Bytes as characters of the same number, to search in. */
    private final String bytes;

    FirstBytes(byte[] bytes) {
        this.bytes = new String(bytes, ISO_8859_1);
    }

    FileFormat format() {
        if (bytes.isEmpty()) {
            return FileFormat.EMPTY;
        }
        if (isHdf5()) {
            return FileFormat.HDF5;
        }
        // The header of safetensors, after its length; nothing else looks like it.
        if (bytes.startsWith("{", Long.BYTES) && bytes.startsWith("\0", Long.BYTES - 1)) {
            return FileFormat.UNKNOWN;
        }
        if (bytes.startsWith("PK\u0003\u0004") || bytes.startsWith("PK\u0005\u0006")) {
            return zip();
        }
        if (bytes.startsWith("\u0093NUMPY")) {
            return FileFormat.NUMPY;
        }
        if (bytes.startsWith("TFL3", 4)) {
            return FileFormat.TFLITE;
        }
        if (bytes.startsWith("ustar", 257)) {
            return FileFormat.TAR;
        }
        if (bytes.charAt(0) == 0x80 && bytes.length() > 1 && bytes.charAt(1) <= 5) {
            return FileFormat.PICKLE;
        }
        if (COMPRESSED.stream().anyMatch(bytes::startsWith)) {
            return FileFormat.COMPRESSED;
        }
        if (PICTURES.stream().anyMatch(bytes::startsWith)) {
            return FileFormat.PICTURE;
        }
        if (bytes.startsWith("%PDF")) {
            return FileFormat.PDF;
        }
        if (isOnnx()) {
            return FileFormat.ONNX;
        }
        if (isTensorFlow()) {
            return FileFormat.SAVED_MODEL;
        }
        return text();
    }

    private boolean isHdf5() {
        if (bytes.startsWith(HDF5)) {
            return true;
        }
        for (int at = 512; at < MOST; at *= 2) {
            if (bytes.startsWith(HDF5, at)) {
                return true;
            }
        }
        return false;
    }

    /** Tells zip archives apart by the names of entries, which are not compressed. */
    FileFormat zip() {
        boolean ofKeras =
                bytes.contains("model.weights.h5")
                        || (bytes.contains("config.json") && bytes.contains("metadata.json"));
        if (ofKeras) {
            return FileFormat.KERAS;
        }
        if (bytes.contains("/data.pkl") || bytes.contains("/.format_version")) {
            return FileFormat.TORCH;
        }
        return bytes.contains(".npy") ? FileFormat.NUMPY : FileFormat.ZIP;
    }

    /** ONNX begins with a version and the name of the producer, the graph or the operators. */
    private boolean isOnnx() {
        return bytes.length() > 3
                && bytes.charAt(0) == 0x08
                && bytes.charAt(1) >= 3
                && bytes.charAt(1) < 0x20
                && "\u0012\u001a\"(2:B".indexOf(bytes.charAt(2)) >= 0;
    }

    /** A saved model has the version 1 and then a graph; a frozen graph has nodes. */
    private boolean isTensorFlow() {
        return bytes.startsWith("\u0008\u0001\u0012")
                || (bytes.startsWith("\n")
                        && (bytes.contains("Placeholder") || bytes.contains("\u0012\u0005Const")));
    }

    private FileFormat text() {
        String start =
                (bytes.startsWith("\u00ef\u00bb\u00bf") ? bytes.substring(3) : bytes)
                        // UTF-16 of Latin letters
                        .replace("\u00ff\u00fe", "")
                        .replace("\u00fe\u00ff", "")
                        .replace("\0", "")
                        .stripLeading()
                        .toLowerCase(Locale.ROOT);
        if (start.startsWith("version https://git-lfs")
                || start.startsWith("version https://hawser")) {
            return FileFormat.LFS_POINTER;
        }
        if (start.startsWith("<")) {
            boolean page =
                    start.startsWith("<!doctype html")
                            || start.contains("<html")
                            || start.contains("<head")
                            || start.contains("<body");
            return page ? FileFormat.WEB_PAGE : FileFormat.XML;
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return FileFormat.JSON;
        }
        return isText() ? FileFormat.TEXT : FileFormat.UNKNOWN;
    }

    /** Whether this is UTF-8 without control characters; the last character may be cut. */
    private boolean isText() {
        CharBuffer characters = CharBuffer.allocate(bytes.length());
        CoderResult result =
                UTF_8.newDecoder()
                        .decode(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1)), characters, false);
        return !result.isError()
                && characters
                        .flip()
                        .chars()
                        .allMatch(c -> Character.isWhitespace(c) || !Character.isISOControl(c));
    }
}
