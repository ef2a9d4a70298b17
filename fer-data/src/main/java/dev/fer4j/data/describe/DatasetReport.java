package dev.fer4j.data.describe;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fer4j.core.Problem;
import dev.fer4j.core.people.SimilarIds;
import dev.fer4j.data.source.SourceListing;
import java.util.List;
import java.util.Optional;

/**
 * All information about a source before anything is decoded, in one document.
 *
 * @param description the counts
 * @param comparison the comparison with a profile; empty without a profile
 * @param problems the problems in the listing's order
 * @param similarPeople groups of ids that may be of one person; see {@link SimilarIds}
 */
public record DatasetReport(
        DatasetDescription description,
        Optional<ProfileComparison> comparison,
        List<Problem> problems,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<List<String>> similarPeople) {

    public DatasetReport {
        requireNonNull(description);
        requireNonNull(comparison);
        // JSON omits it if it is empty.
        similarPeople = new SimilarIds(requireNonNullElse(similarPeople, List.of())).groups();
        problems = List.copyOf(problems);
    }

    /**
     * Describes a listing and compares it with a profile.
     *
     * @param profile the expected contents; empty for no comparison
     */
    public static DatasetReport of(SourceListing listing, Optional<ExpectedProfile> profile) {
        return new DatasetReport(
                DatasetDescription.of(listing),
                profile.map(expected -> ProfileComparison.of(listing, expected)),
                listing.problems(),
                SimilarIds.among(Item.all(listing).stream().map(Item::participant).toList())
                        .groups());
    }

    /**
     * Formats the report as text, with a final line break.
     *
     * @param most maximum number of problems listed, at least 0; the others are only counted
     * @param whereAllAre a hint where to find the problems that are not listed, such as {@code
     *     --json lists all}
     */
    public String toText(int most, String whereAllAre) {
        return description.toText()
                + comparison.map(ProfileComparison::toText).orElse("")
                + (similarPeople.isEmpty()
                        ? ""
                        : "note: %s (%s)\n"
                                .formatted(
                                        new SimilarIds(similarPeople).cause(), SimilarIds.mend()))
                + ProblemText.of(problems, most, whereAllAre);
    }
}
