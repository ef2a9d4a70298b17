package dev.fer4j.toy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Files that are drawn together, independently of all others.
 *
 * @param files what will be there when it is done
 * @param drawing draws those that are missing
 */
record DrawingJob(List<Path> files, Drawing drawing) {

    /** Draws and writes. */
    @FunctionalInterface
    interface Drawing {
        void run() throws IOException;
    }

    boolean isDone() {
        return files.stream().allMatch(Files::isRegularFile);
    }
}
