package dev.fer4j.cli.output;

import java.nio.file.Path;

/** The default output folder of commands. */
public final class OutputFolder {

    private OutputFolder() {}

    /** Within the folder that the launcher sets, otherwise within the working folder. */
    public static Path standard(String name) {
        return Path.of(System.getProperty("fer.home", ".")).resolve("target").resolve(name);
    }
}
