package dev.fer4j.examples.study;

import static java.util.Objects.requireNonNull;

import dev.fer4j.data.source.DataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a study's images come from.
 *
 * @param description of all of them, for the plan and the report
 * @param evaluation the source that all splits draw from; {@code baseline} in the paper's
 *     conditions
 * @param added sources that are added to training: {@code youtube} and {@code stylegan2} there
 */
public record StudySources(String description, DataSource evaluation, List<DataSource> added) {

    /** Makes the sources, once the output folder is held. */
    @FunctionalInterface
    public interface Maker {
        /** Sources that may have to be written first, below the output folder. */
        StudySources make(Path out) throws IOException;
    }

    /** Copies the list. */
    public StudySources {
        requireNonNull(description);
        requireNonNull(evaluation);
        added = List.copyOf(added);
    }

    /** All of them, the evaluation source first. */
    List<DataSource> all() {
        return Stream.concat(Stream.of(evaluation), added.stream()).toList();
    }
}
