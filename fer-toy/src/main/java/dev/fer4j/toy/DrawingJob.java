package dev.fer4j.toy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Files that are drawn together, independently of all other jobs.
 *
 * @param files the files that exist once the job is done
 * @param drawing draws the missing ones
 */
record DrawingJob(List<Path> files, Drawing drawing) {

    /** Draws and writes files. */
    @FunctionalInterface
    interface Drawing {
        void run() throws IOException;
    }

    boolean isDone() {
        return files.stream().allMatch(Files::isRegularFile);
    }
}
