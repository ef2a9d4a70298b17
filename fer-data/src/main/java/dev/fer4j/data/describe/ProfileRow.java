package dev.fer4j.data.describe;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.AdCategory;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An expected number and the one found.
 *
 * @param quantity the quantity
 * @param category the category; empty for the whole data set
 * @param found the number found; empty if it is unknown until frames are sampled, or if there are
 *     no items that could have a prevalence
 * @param expected the number in the profile
 * @param difference found minus expected; empty if found is empty
 * @param reason the reason for the difference, as far as there is evidence, or {@link
 *     ProfileComparison#UNEXPLAINED}; empty if there is no difference
 */
public record ProfileRow(
        Quantity quantity,
        Optional<AdCategory> category,
        Optional<BigDecimal> found,
        BigDecimal expected,
        Optional<BigDecimal> difference,
        Optional<String> reason) {

    /** The quantities compared. */
    public enum Quantity {
        /** Recordings, in the listing's unit. */
        RECORDINGS,
        /** Distinct people. */
        PARTICIPANTS,
        /** Stills, and frames if the profile expects the same number for each recording. */
        IMAGES,
        /** Share of recordings and stills with the positive label, to four decimals. */
        PREVALENCE
    }

    public ProfileRow {
        requireNonNull(quantity);
        requireNonNull(category);
        requireNonNull(found);
        requireNonNull(expected);
        requireNonNull(difference);
        requireNonNull(reason);
    }

    /** Whether found and expected are equal. */
    boolean agrees() {
        return difference.isPresent() && difference.get().signum() == 0;
    }
}
