package dev.fer4j.core.io;

import dev.fer4j.core.OutputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Locks an output folder for one process, so that two runs never write to it at the same time. The
 * operating system releases the lock when the process ends, even abnormally.
 */
public final class FolderLock implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;
    private final String mark;

    private FolderLock(Path folder, FileChannel channel, FileLock lock, String mark) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
        this.mark = mark;
    }

    /**
     * Locks a folder, creating it if necessary.
     *
     * @throws OutputException if another process holds the lock, or the folder cannot be created or
     *     written to
     */
    public static FolderLock acquire(Path folder) {
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
                FolderLock lock = lock(folder, mark);
                held = true;
                return lock;
            } finally {
                if (!held) {
                    System.clearProperty(mark);
                }
            }
        } catch (IOException e) {
            throw new OutputException(
                    folder + ": cannot be created or written to: " + e.getMessage(), e);
        }
    }

    private static FolderLock lock(Path folder, String mark) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw inUse(folder);
        }
        return new FolderLock(folder, channel, lock, mark);
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
        lock.release();
        channel.close();
        System.clearProperty(mark);
    }
}
