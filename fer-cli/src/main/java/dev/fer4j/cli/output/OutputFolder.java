package dev.fer4j.cli.output;

/** The default output folder of commands. */
public final class OutputFolder {

    /**
     * Prefix of default output folders, in picocli's syntax: the system property {@code fer.out}
     * (which the launcher of a checkout sets to {@code fer-cli/target/}), or {@code fer-} in the
     * working folder by default.
     */
    public static final String PREFIX = "${sys:fer.out:-fer-}";

    private OutputFolder() {}
}
