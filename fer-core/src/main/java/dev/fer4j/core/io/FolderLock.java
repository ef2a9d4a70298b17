package dev.fer4j.core.io;

import dev.fer4j.core.OutputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Holds an output folder for one process, so that two runs never write into each other. The
 * operating system lets go of it when the process ends, however it ends.
 */
public final class FolderLock implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes a folder, making it if there is none.
     *
     * @throws OutputException if another process has it, or it cannot be made or written to
     */
    public static FolderLock acquire(Path folder) {
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            channel =
                    FileChannel.open(
                            folder.resolve(".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return new FolderLock(folder, channel, lock);
            }
            channel.close();
        } catch (IOException e) {
            throw new OutputException(
                    folder + ": cannot be made or written to: " + e.getMessage(), e);
        }
        throw new OutputException(
                folder
                        + ": is in use by another run (wait until it has ended, or name another"
                        + " folder with --out)");
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // The same JVM holds it, which is as much "in use" as another process.
            return null;
        }
    }

    /** The folder that is held. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
