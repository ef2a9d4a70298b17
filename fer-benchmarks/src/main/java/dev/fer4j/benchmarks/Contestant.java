package dev.fer4j.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A command whose run is timed, from the start of its process to its end.
 *
 * @param name for tables
 * @param command program and arguments
 */
public record Contestant(String name, List<String> command) {

    /** Copies the command. */
    public Contestant {
        command = List.copyOf(command);
    }

    /** The same on the first processor core only (Linux: {@code taskset}). */
    public Contestant onOneCore() {
        return new Contestant(
                name + ", one core",
                ImmutableList.<String>builder().add("taskset", "-c", "0").addAll(command).build());
    }
}
