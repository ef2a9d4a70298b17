package dev.fer4j.data.describe;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.AdCategory;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One number that was expected, and what was found.
 *
 * @param quantity what is counted
 * @param category of which category; empty for the whole data set
 * @param found empty where it cannot be told before frames are sampled, or nothing was found that
 *     could have a prevalence
 * @param expected what the profile says
 * @param difference found less expected; empty if found is
 * @param reason why they differ, as far as there is evidence, or {@link
 *     ProfileComparison#UNEXPLAINED}; empty if they do not differ
 */
public record ProfileRow(
        Quantity quantity,
        Optional<AdCategory> category,
        Optional<BigDecimal> found,
        BigDecimal expected,
        Optional<BigDecimal> difference,
        Optional<String> reason) {

    /** What is counted. */
    public enum Quantity {
        /** Recordings, in the listing's unit. */
        RECORDINGS,
        /** Different people. */
        PARTICIPANTS,
        /** Stills, and frames where the profile has the same number for each recording. */
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

    /** Whether found and expected are the same. */
    boolean agrees() {
        return difference.isPresent() && difference.get().signum() == 0;
    }
}
