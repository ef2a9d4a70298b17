package dev.fer4j.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code fer} in a process of its own, both streams as one. */
final class ChildFer implements AutoCloseable {

    private final Process process;
    private final BufferedReader reader;
    private final List<String> lines = new ArrayList<>();

    ChildFer(Map<String, String> environment, Object... arguments) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Stream.concat(
                                                Stream.of(
                                                        Path.of(
                                                                        System.getProperty(
                                                                                "java.home"),
                                                                        "bin",
                                                                        "java")
                                                                .toString(),
                                                        "-XX:TieredStopAtLevel=1",
                                                        "-XX:+UseSerialGC",
                                                        "-Dai.djl.offline=true",
                                                        "-DOPT_OUT_TRACKING=true",
                                                        "-cp",
                                                        System.getProperty("java.class.path"),
                                                        Fer.class.getName()),
                                                Arrays.stream(arguments).map(Object::toString))
                                        .toList())
                        .redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = builder.start();
        reader = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Reads up to a line, or to the end if there is none. */
    ChildFer until(Predicate<String> line) throws IOException {
        for (String next = reader.readLine(); next != null; next = reader.readLine()) {
            lines.add(next);
            if (line.test(next)) {
                return this;
            }
        }
        return this;
    }

    /** Asks it to end, by SIGTERM. */
    ChildFer terminate() {
        // Not the process's own method, which closes the streams.
        process.toHandle().destroy();
        return this;
    }

    /** Ends it, by SIGKILL. */
    ChildFer kill() {
        process.toHandle().destroyForcibly();
        return this;
    }

    /** Its exit status, when it has ended. */
    int status() throws IOException, InterruptedException {
        until(line -> false);
        return process.waitFor();
    }

    /** Waits for its end, but not longer. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What it has printed until now. */
    String printed() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
