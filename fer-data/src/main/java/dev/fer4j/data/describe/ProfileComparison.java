package dev.fer4j.data.describe;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.AdCategory;
import dev.fer4j.data.describe.ProfileRow.Quantity;
import dev.fer4j.data.source.SourceListing;
import java.util.List;
import java.util.Optional;

/**
 * What a listing holds against what was expected. Counts are reported beside the expected ones,
 * never made to fit.
 *
 * @param profile the profile's name
 * @param rows by category in the profile's order, then for the whole data set: recordings, images
 *     if all categories have them, and people
 */
public record ProfileComparison(String profile, List<ProfileRow> rows) {

    /** The placeholder for a reason, or for the rest of one, if there is no evidence. */
    public static final String UNEXPLAINED = "unexplained";

    public ProfileComparison {
        requireNonNull(profile);
        rows = List.copyOf(rows);
    }

    /**
     * Compares.
     *
     * <p>Reasons are read off the listing: recordings that were left out, folders that are missing
     * or do not fit the layout, the other recording unit, and differences that the profile knows
     * of. Those of problems need NeuroBioSense's folders; other sources have fewer.
     */
    public static ProfileComparison of(SourceListing listing, ExpectedProfile profile) {
        return new ProfileComparison(profile.name(), new ProfileRows(listing, profile).all());
    }

    /** The row of a quantity, if the profile has it. */
    public Optional<ProfileRow> row(Quantity quantity, Optional<AdCategory> category) {
        return rows.stream()
                .filter(row -> row.quantity() == quantity && row.category().equals(category))
                .findFirst();
    }

    /** The same as an aligned table, with a line break at the end. */
    public String toText() {
        return ComparisonText.of(this);
    }
}
