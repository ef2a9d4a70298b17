package dev.fer4j.study.settings;

import static java.util.Objects.requireNonNull;

import dev.fer4j.data.source.DataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sources of a study's images. Conditions refer to them by the names in their listings.
 *
 * @param description description of all sources for the report; if blank, their names are listed
 * @param evaluation the source from which all splits are drawn; {@code baseline} in the paper's
 *     conditions
 * @param added sources that are added to training; {@code youtube} and {@code stylegan2} in the
 *     paper's conditions
 */
public record StudySources(String description, DataSource evaluation, List<DataSource> added)
        implements SourceMaker {

    public StudySources {
        requireNonNull(description);
        requireNonNull(evaluation);
        added = List.copyOf(added);
    }

    /**
     * Returns sources that are described by their names.
     *
     * @param evaluation the source from which all splits are drawn
     * @param added sources that are added to training
     */
    public static StudySources of(DataSource evaluation, DataSource... added) {
        return new StudySources("", evaluation, List.of(added));
    }

    public StudySources withDescription(String text) {
        return new StudySources(text, evaluation, added);
    }

    /** Returns all sources, the evaluation source first. */
    public List<DataSource> all() {
        return Stream.concat(Stream.of(evaluation), added.stream()).toList();
    }

    /** Returns these sources, regardless of the folder. */
    @Override
    public StudySources sources(Path folder) {
        return this;
    }
}
