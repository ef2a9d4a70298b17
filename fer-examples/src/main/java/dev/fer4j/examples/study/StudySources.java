package dev.fer4j.examples.study;

import static java.util.Objects.requireNonNull;

import dev.fer4j.data.source.DataSource;
import java.util.Optional;

/**
 * Where a study's images come from.
 *
 * @param description of all of them, for the plan and the report
 * @param baseline the evaluation source, named {@code baseline}
 * @param youtube stills that are added to training, named {@code youtube}
 * @param synthetic generated images that are added to training, named {@code stylegan2}
 */
public record StudySources(
        String description,
        DataSource baseline,
        Optional<DataSource> youtube,
        Optional<DataSource> synthetic) {

    /** Checks that nothing is missing. */
    public StudySources {
        requireNonNull(description);
        requireNonNull(baseline);
        requireNonNull(youtube);
        requireNonNull(synthetic);
    }
}
