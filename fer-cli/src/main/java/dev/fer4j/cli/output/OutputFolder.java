package dev.fer4j.cli.output;

import java.nio.file.Path;

/** The default output folder of commands. */
public final class OutputFolder {

    private OutputFolder() {}

    /** A folder of fer-examples: set by the launcher; without it, the working folder must do. */
    public static Path standard(String name) {
        return Path.of(System.getProperty("fer.home", ".")).resolve("target").resolve(name);
    }
}
