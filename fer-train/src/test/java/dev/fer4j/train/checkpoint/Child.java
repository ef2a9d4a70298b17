package dev.fer4j.train.checkpoint;

import com.google.common.collect.ImmutableList;
import dev.fer4j.train.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A program of the tests that ran in a JVM of its own.
 *
 * @param status that it ended with; 137 if it was killed
 * @param lines that it printed
 */
record Child(int status, List<String> lines) {

    /** Runs a program to its end. */
    static Child run(Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        return end(start(program, arguments));
    }

    /** Runs a program that may write files of at most 1 MiB. */
    static Child withFileLimit(Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        return end(
                start(
                        ImmutableList.<String>builder()
                                // In units of 512 bytes, as POSIX has it.
                                .add("sh", "-c", "ulimit -f 2048 && exec \"$@\"", "sh")
                                .addAll(ChildJvm.SMALL.command(program, arguments))
                                .build()));
    }

    static Process start(Class<?> program, String... arguments) throws IOException {
        return start(ChildJvm.SMALL.command(program, arguments));
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static Child end(Process process) throws IOException, InterruptedException {
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = output.lines().toList();
            return new Child(process.waitFor(), lines);
        }
    }
}
