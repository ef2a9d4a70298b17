package dev.fer4j.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A command whose run is timed.
 *
 * @param name for tables
 * @param command program and arguments
 * @param clock who times it
 */
public record Contestant(String name, List<String> command, Clock clock) {

    /** Who times a run. */
    public enum Clock {
        /** We, from the start of the process to its end. */
        PROCESS,
        /** The program: the last line that it prints is the seconds that its work took. */
        OWN
    }

    public Contestant {
        command = List.copyOf(command);
    }

    /** A command timed as a process. */
    public Contestant(String name, List<String> command) {
        this(name, command, Clock.PROCESS);
    }

    /** The same timed by the program itself. */
    public Contestant withOwnClock() {
        return new Contestant(name, command, Clock.OWN);
    }

    /** The same on the first processor core only (Linux: {@code taskset}). */
    public Contestant onOneCore() {
        return new Contestant(
                name + ", one core",
                ImmutableList.<String>builder().add("taskset", "-c", "0").addAll(command).build(),
                clock);
    }
}
