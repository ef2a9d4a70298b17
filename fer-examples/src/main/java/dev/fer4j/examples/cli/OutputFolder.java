package dev.fer4j.examples.cli;

import java.nio.file.Path;

/** Where commands write that are told nothing else. */
final class OutputFolder {

    private OutputFolder() {}

    /**
     * A folder of fer-examples: the launcher tells where that is; without it, the working folder
     * must do.
     */
    static Path standard(String name) {
        return Path.of(System.getProperty("fer.home", ".")).resolve("target").resolve(name);
    }
}
