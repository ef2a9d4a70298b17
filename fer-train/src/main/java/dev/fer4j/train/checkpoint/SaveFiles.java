package dev.fer4j.train.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The disk operations of a save. Tests replace them to make each one fail or to kill the process
 * there.
 */
interface SaveFiles {

    /** A file that is being written. */
    interface Output extends Closeable {

        /** Writes the remaining bytes of the buffer. */
        void write(ByteBuffer bytes) throws IOException;

        /** Forces content and length to the disk. */
        void force() throws IOException;
    }

    /** Creates a file, replacing an existing one. */
    Output create(Path file) throws IOException;

    /** Renames atomically, replacing an existing file. */
    void rename(Path from, Path to) throws IOException;

    /** Forces the entries of a folder to the disk. */
    void forceFolder(Path folder) throws IOException;

    /** Removes a file if it exists. */
    void delete(Path file) throws IOException;
}
