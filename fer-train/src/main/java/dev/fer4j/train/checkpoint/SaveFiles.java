package dev.fer4j.train.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * All that a save does to a disk, so that tests can let each operation fail, or the process die
 * there.
 */
interface SaveFiles {

    /** A file that is being written. */
    interface Output extends Closeable {

        /** Writes all that remains in the buffer. */
        void write(ByteBuffer bytes) throws IOException;

        /** Waits until content and length lie on the disk. */
        void force() throws IOException;
    }

    /** Begins a file, in place of an older one of that name. */
    Output create(Path file) throws IOException;

    /** Renames in one step, replacing what has the other name. */
    void rename(Path from, Path to) throws IOException;

    /** Waits until the names in a folder lie on the disk. */
    void forceFolder(Path folder) throws IOException;

    /** Removes a file, if it is there. */
    void delete(Path file) throws IOException;
}
