package dev.fer4j.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A command whose run is timed.
 *
 * @param name name for tables
 * @param command program and arguments
 * @param clock how it is timed
 */
public record Contestant(String name, List<String> command, Clock clock) {

    /** How a run is timed. */
    public enum Clock {
        /** From the start of the process to its end. */
        PROCESS,
        /** By the program, whose last line of output is the duration in seconds. */
        OWN
    }

    public Contestant {
        command = List.copyOf(command);
    }

    /** Creates a contestant that is timed as a process. */
    public Contestant(String name, List<String> command) {
        this(name, command, Clock.PROCESS);
    }

    /** Returns a copy that is timed by the program itself. */
    public Contestant withOwnClock() {
        return new Contestant(name, command, Clock.OWN);
    }

    /** Returns a copy that runs on the first processor core only (Linux: {@code taskset}). */
    public Contestant onOneCore() {
        return new Contestant(
                name + ", one core",
                ImmutableList.<String>builder().add("taskset", "-c", "0").addAll(command).build(),
                clock);
    }
}
