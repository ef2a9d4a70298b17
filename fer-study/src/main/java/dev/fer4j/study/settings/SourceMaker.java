package dev.fer4j.study.settings;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Provides a study's sources once its output folder is locked: existing ones, as {@link
 * StudySources} does, or sources that must be created first.
 */
@FunctionalInterface
public interface SourceMaker {

    /**
     * Returns the sources. If the study's initial weights lie in the output folder, they must exist
     * afterwards.
     *
     * @param folder the study's output folder, where files may be created
     */
    StudySources sources(Path folder) throws IOException;
}
