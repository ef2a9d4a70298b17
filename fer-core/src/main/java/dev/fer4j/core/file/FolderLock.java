package dev.fer4j.core.file;

import dev.fer4j.core.OutputException;
import dev.fer4j.core.file.OwnedFolder.Content;
import dev.fer4j.core.file.OwnedFolder.Foreign;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Locks an {@link OwnedFolder} for one process, so that two runs never write to it at the same
 * time. The operating system releases the lock when the process ends, even abnormally.
 */
public final class FolderLock implements AutoCloseable {

    static final String NAME = ".lock";

    private final Path folder;
    private final Path created;
    private final FileChannel channel;
    private final FileLock lock;
    private final String mark;

    private FolderLock(Path folder, Path created, FileChannel channel, FileLock lock, String mark) {
        this.folder = folder;
        this.created = created;
        this.channel = channel;
        this.lock = lock;
        this.mark = mark;
    }

    /**
     * Locks and marks a folder that is new, empty or already marked, as {@link #acquire(Path,
     * Content, Foreign)}.
     */
    public static FolderLock acquire(Path folder, Content content) {
        return acquire(folder, content, Foreign.REFUSE);
    }

    /**
     * Locks and marks a folder, creating it if necessary. If nothing has been written to it when
     * the lock is closed, marker and lock are removed, and so is a folder that was created.
     *
     * @param content what will be written to it
     * @param foreign whether it may have files of others
     * @throws OutputException if another process holds the lock, the folder cannot be created or
     *     written to, serves another purpose, or has files of others that are not allowed
     */
    public static FolderLock acquire(Path folder, Content content, Foreign foreign) {
        OwnedFolder.check(folder, content, foreign);
        Path created = firstMissing(folder);
        try {
            Files.createDirectories(folder);
            // On Linux, closing a file releases all locks that the process holds on it. A second
            // attempt in this JVM, even from another class loader, must therefore fail before it
            // opens the file.
            String mark = "dev.fer4j.lock " + folder.toRealPath();
            if (System.getProperties().putIfAbsent(mark, "held") != null) {
                throw inUse(folder);
            }
            boolean held = false;
            try {
                FolderLock lock = lock(folder, created, mark);
                held = true;
                return CloseOnFailure.of(
                        lock::close,
                        () -> {
                            OwnedFolder.open(folder, content, foreign);
                            return lock;
                        });
            } finally {
                if (!held) {
                    System.clearProperty(mark);
                }
            }
        } catch (IOException e) {
            throw new OutputException(
                    "cannot be created or written to: " + FileFailure.message(e), e);
        }
    }

    /** The first folder on the way that does not exist yet, or the folder itself. */
    private static Path firstMissing(Path folder) {
        Path missing = folder.toAbsolutePath().normalize();
        Path parent = missing.getParent();
        while (parent != null && !Files.exists(parent)) {
            missing = parent;
            parent = missing.getParent();
        }
        return Files.exists(missing) ? missing.resolve(NAME) : missing;
    }

    private static FolderLock lock(Path folder, Path created, String mark) throws IOException {
        Path file = folder.resolve(NAME);
        while (true) {
            try (FileChannel made =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                made.force(false);
            }
            Object before = key(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw inUse(folder);
            }
            // The process that held the lock may have removed the file meanwhile.
            if (before.equals(key(file))) {
                return new FolderLock(folder, created, channel, lock, mark);
            }
            channel.close();
        }
    }

    /** Identifies the file itself, whatever its name; does not open it, which would unlock it. */
    private static Object key(Path file) throws IOException {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            // Windows has no keys, and does not remove files that are open.
            return key == null ? file : key;
        } catch (NoSuchFileException e) {
            return new Object();
        }
    }

    private static OutputException inUse(Path folder) {
        return new OutputException(
                folder
                        + ": is in use by another run (wait until it has ended, or choose another"
                        + " folder)");
    }

    /** The locked folder. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        FolderRemoval.ifEmpty(folder, created);
        lock.release();
        channel.close();
        System.clearProperty(mark);
    }
}
