package dev.fer4j.core.file;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes files atomically: to a temporary file in the same folder, which is forced to disk and then
 * renamed. A reader sees either the old content or the new, never a partial file.
 *
 * <p>In an {@link OwnedFolder}, the file is listed there, and only a file of ours is replaced.
 * Elsewhere, whatever file the caller names is replaced.
 */
public final class WholeFile {

    /** Produces the content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes the complete content; the caller closes the stream. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Produces the content of a file by its path, for writers that take no stream. */
    @FunctionalInterface
    public interface FileContent {
        /** Writes the complete content to a file that does not exist yet. */
        void writeTo(Path temporary) throws IOException;
    }

    /** Bytes of a name to which the temporary one may add; file systems allow 255. */
    private static final int LONGEST_NAME = 200;

    private static final int CUT_NAME = 40;

    private WholeFile() {}

    /**
     * Writes a file, creating its folder if necessary.
     *
     * @throws dev.fer4j.core.OutputException if it lies in an {@link OwnedFolder} and a file of
     *     others, a folder or a link is in the way
     */
    public static void write(Path file, Content content) throws IOException {
        Optional<OwnedFolder> owner = OwnedFolder.around(file);
        if (owner.isPresent()) {
            owner.get().requireWritable(file);
        }
        write(file, content, owner);
    }

    /** Writes a file that is not listed, and replaces any file in its place. */
    static void writeUnlisted(Path file, Content content) throws IOException {
        write(file, content, Optional.empty());
    }

    private static void write(Path file, Content content, Optional<OwnedFolder> owner)
            throws IOException {
        Path temporary = temporary(file);
        try {
            String sha256;
            try (FileChannel channel =
                            FileChannel.open(
                                    temporary,
                                    StandardOpenOption.WRITE,
                                    StandardOpenOption.CREATE_NEW);
                    HashingOutputStream hashing =
                            new HashingOutputStream(
                                    Hashing.sha256(), Channels.newOutputStream(channel));
                    OutputStream out = new BufferedOutputStream(hashing, 1 << 16)) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
                sha256 = hashing.hash().toString();
            } catch (IOException e) {
                throw FileFailure.isOfTheDisk(e)
                        ? new FileSystemException(file.toString(), null, e.getMessage())
                        : e;
            }
            put(temporary, file, owner, sha256);
        } finally {
            FileChanges.delete(temporary);
        }
    }

    /** Writes a file with a writer that takes a path, as {@link #write}. */
    public static void writeByPath(Path file, FileContent content) throws IOException {
        Optional<OwnedFolder> owner = OwnedFolder.around(file);
        if (owner.isPresent()) {
            owner.get().requireWritable(file);
        }
        Path temporary = temporary(file);
        try {
            content.writeTo(temporary);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            put(temporary, file, owner, Sha256.of(temporary));
        } finally {
            FileChanges.delete(temporary);
        }
    }

    /**
     * Checks that a file can be written to a folder, by writing one and deleting it.
     *
     * @param folder created if it does not exist
     */
    public static void tryIn(Path folder) throws IOException {
        Path file = temporary(folder.resolve("check"));
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            channel.force(true);
        } finally {
            FileChanges.delete(file);
        }
    }

    // Not createTempFile, whose files are readable only by their owner, even after renaming.
    private static Path temporary(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        String name = file.getFileName().toString();
        boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
        String start = fits ? name : name.substring(0, Math.min(CUT_NAME, name.length()));
        return folder.resolve("." + start + "." + UUID.randomUUID() + ".part");
    }

    private static void put(Path temporary, Path file, Optional<OwnedFolder> owner, String sha256)
            throws IOException {
        if (owner.isPresent()) {
            owner.get().replace(temporary, file, sha256);
        } else {
            FileChanges.replace(temporary, file);
        }
    }

    /** Writes text as UTF-8. */
    public static void writeString(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
