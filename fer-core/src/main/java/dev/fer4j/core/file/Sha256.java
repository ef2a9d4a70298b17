package dev.fer4j.core.file;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** SHA-256 digests as 64 lower-case hexadecimal digits. */
public final class Sha256 {

    private Sha256() {}

    /**
     * The digest of a file's bytes.
     *
     * @throws InputException if there is no such file
     */
    public static String of(Path file) throws IOException {
        try {
            return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
        } catch (NoSuchFileException e) {
            throw new InputException(
                    Problem.Kind.MISSING,
                    file,
                    "there is no such file",
                    "put it there, or correct its name",
                    e);
        }
    }

    /** The digest of an array of bytes. */
    public static String of(byte[] bytes) {
        return Hashing.sha256().hashBytes(bytes).toString();
    }

    /** The digest of the UTF-8 bytes of a text. */
    public static String of(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }
}
