package dev.fer4j.data.describe;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Problem;
import dev.fer4j.data.source.SourceListing;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is known about a source before anything is decoded, as one document.
 *
 * @param description counts
 * @param comparison with what was expected; empty if nothing was
 * @param problems what cannot be used or is unused, in the listing's order
 */
public record DatasetReport(
        DatasetDescription description,
        Optional<ProfileComparison> comparison,
        List<Problem> problems) {

    public DatasetReport {
        requireNonNull(description);
        requireNonNull(comparison);
        problems = List.copyOf(problems);
    }

    /**
     * Describes and compares.
     *
     * @param profile what is expected; empty to compare with nothing
     */
    public static DatasetReport of(SourceListing listing, Optional<ExpectedProfile> profile) {
        return new DatasetReport(
                DatasetDescription.of(listing),
                profile.map(expected -> ProfileComparison.of(listing, expected)),
                listing.problems());
    }

    /**
     * The same as text, with a line break at the end.
     *
     * @param most problems that are listed, at least 0; of others only the number is given
     * @param whereAllAre said where problems are not listed, such as {@code --json lists all}
     */
    public String toText(int most, String whereAllAre) {
        return description.toText()
                + comparison.map(ProfileComparison::toText).orElse("")
                + ProblemText.of(problems, most, whereAllAre);
    }
}
