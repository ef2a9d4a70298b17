package dev.fer4j.cli.output;

/** The default output folder of commands. */
public final class OutputFolder {

    /**
     * How default output folders begin, as picocli reads it: what the system property {@code
     * fer.out} says (the launcher of a checkout sets it to {@code fer-cli/target/}), otherwise
     * {@code fer-} in the working folder.
     */
    public static final String PREFIX = "${sys:fer.out:-fer-}";

    private OutputFolder() {}
}
