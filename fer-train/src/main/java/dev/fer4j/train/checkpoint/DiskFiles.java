package dev.fer4j.train.checkpoint;

import dev.fer4j.core.file.OwnedFolder;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Performs the operations on the file system. */
final class DiskFiles implements SaveFiles {

    @Override
    public Output create(Path file) throws IOException {
        delete(file);
        return new Channel(
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        owned(to).put(from, to);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        // Windows cannot open folders as files; NTFS journals names.
        if (File.separatorChar == '/') {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        owned(file).delete(file, CheckpointFolder::isNamed);
    }

    private static OwnedFolder owned(Path file) throws IOException {
        return OwnedFolder.mark(file.toAbsolutePath().getParent(), OwnedFolder.Content.CHECKPOINTS);
    }

    private record Channel(FileChannel channel) implements Output {

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
