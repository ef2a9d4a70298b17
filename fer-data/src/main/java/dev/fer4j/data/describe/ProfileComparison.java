package dev.fer4j.data.describe;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.AdCategory;
import dev.fer4j.data.describe.ProfileRow.Quantity;
import dev.fer4j.data.source.SourceListing;
import java.util.List;
import java.util.Optional;

/**
 * The comparison of a listing with the expected contents. Counts are reported next to the expected
 * ones and never adjusted.
 *
 * @param profile the profile's name
 * @param rows by category in the profile's order, then for the whole data set: recordings, images
 *     if all categories have them, and people
 */
public record ProfileComparison(String profile, List<ProfileRow> rows) {

    /** The placeholder for a difference, or the part of one, for which there is no evidence. */
    public static final String UNEXPLAINED = "unexplained";

    public ProfileComparison {
        requireNonNull(profile);
        rows = List.copyOf(rows);
    }

    /**
     * Compares. *
     *
     * <p>Reasons are derived from the listing: recordings that were left out, folders that are
     * missing or do not match the layout, the other recording unit, and known differences of the
     * profile. Reasons derived from problems require the folder layout of NeuroBioSense; for other
     * sources there are fewer.
     */
    public static ProfileComparison of(SourceListing listing, ExpectedProfile profile) {
        return new ProfileComparison(profile.name(), new ProfileRows(listing, profile).all());
    }

    /** Returns the row of a quantity, if the profile has it. */
    public Optional<ProfileRow> row(Quantity quantity, Optional<AdCategory> category) {
        return rows.stream()
                .filter(row -> row.quantity() == quantity && row.category().equals(category))
                .findFirst();
    }

    /** Formats the comparison as an aligned table, with a final line break. */
    public String toText() {
        return ComparisonText.of(this);
    }
}
