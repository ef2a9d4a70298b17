package dev.fer4j.data.describe;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.AdCategory;

/**
 * A number of recordings that differs from the expected one for a known reason.
 *
 * @param recordings the number, before any are left out
 * @param reason the reason, as shown in a table cell
 */
public record KnownDifference(AdCategory category, int recordings, String reason) {

    public KnownDifference {
        requireNonNull(category, "category is missing");
        requireNonNull(reason, "reason is missing");
        checkArgument(recordings >= 0, "%s: %s recordings", category, recordings);
        checkArgument(!reason.isBlank(), "%s: the reason is blank", category);
    }
}
