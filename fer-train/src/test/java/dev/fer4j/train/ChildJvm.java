package dev.fer4j.train;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How programs of the tests run in a JVM of their own.
 *
 * @param flags of the JVM
 * @param environment what is added to this process's
 */
public record ChildJvm(List<String> flags, Map<String, String> environment) {

    /** Starts fast, takes little memory, and tells of errors only. */
    public static final ChildJvm SMALL =
            new ChildJvm(
                    List.of(
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xshare:auto",
                            "-XX:-UsePerfData",
                            "-Dai.djl.offline=true",
                            "-DOPT_OUT_TRACKING=true",
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error"),
                    Map.of());

    /** Copies both. */
    public ChildJvm {
        flags = List.copyOf(flags);
        environment = ImmutableMap.copyOf(environment);
    }

    /** A copy with more flags, which win. */
    public ChildJvm withFlags(String... more) {
        return new ChildJvm(
                ImmutableList.<String>builder().addAll(flags).add(more).build(), environment);
    }

    /** A copy with one more variable. */
    public ChildJvm withVariable(String name, String value) {
        return new ChildJvm(
                flags,
                ImmutableMap.<String, String>builder()
                        .putAll(environment)
                        .put(name, value)
                        .buildOrThrow());
    }

    /** The command that runs a class, on this JVM's class path. */
    public List<String> command(Class<?> program, String... arguments) {
        return ImmutableList.<String>builder()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .addAll(flags)
                .add("-cp", System.getProperty("java.class.path"))
                .add(program.getName())
                .add(arguments)
                .build();
    }

    /** Starts a class; its errors go where this process's go. */
    public Process start(Class<?> program, String... arguments) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command(program, arguments))
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
