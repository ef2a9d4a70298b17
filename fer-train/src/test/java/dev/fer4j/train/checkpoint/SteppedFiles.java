package dev.fer4j.train.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Tells of each step of a save before it is done, and of each write when half of it is; who is told
 * may throw, wait, or end the process.
 */
public final class SteppedFiles implements SaveFiles {

    /** Is told of steps. */
    @FunctionalInterface
    public interface Steps {
        /**
         * A step is about to be done.
         *
         * @param step what is done to which file
         */
        void at(String step) throws IOException;
    }

    private final SaveFiles disk = new DiskFiles();
    private final Steps steps;

    SteppedFiles(Steps steps) {
        this.steps = steps;
    }

    /** A store of real files that tells of its steps. */
    public static CheckpointStore open(
            Path folder, RunIdentity identity, Settings settings, Steps steps) {
        return CheckpointStore.open(folder, identity, settings, new SteppedFiles(steps));
    }

    @Override
    public Output create(Path file) throws IOException {
        steps.at("create " + file.getFileName());
        Output out = disk.create(file);
        return new Output() {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                steps.at("write " + file.getFileName());
                int half = bytes.remaining() / 2;
                out.write(bytes.slice(bytes.position(), half));
                bytes.position(bytes.position() + half);
                steps.at("write half of " + file.getFileName());
                out.write(bytes);
            }

            @Override
            public void force() throws IOException {
                steps.at("force " + file.getFileName());
                out.force();
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        steps.at("rename to " + to.getFileName());
        disk.rename(from, to);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        steps.at("force folder");
        disk.forceFolder(folder);
    }

    @Override
    public void delete(Path file) throws IOException {
        steps.at("delete " + file.getFileName());
        disk.delete(file);
    }
}
