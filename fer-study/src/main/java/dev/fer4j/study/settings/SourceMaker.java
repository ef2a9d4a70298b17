package dev.fer4j.study.settings;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Gives a study its sources once it holds its output folder: those that are there already, as
 * {@link StudySources} does, or some that must be made first.
 */
@FunctionalInterface
public interface SourceMaker {

    /**
     * The sources.
     *
     * @param folder the study's output folder, below which files may be made
     */
    StudySources sources(Path folder) throws IOException;
}
