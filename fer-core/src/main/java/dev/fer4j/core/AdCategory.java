package dev.fer4j.core;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A category of advertisements, the unit by which the paper splits its data (section 2). The three
 * of NeuroBioSense are constants; other data sets may define their own.
 *
 * @param id lower-case letters, digits and hyphens, for example {@code food-market}
 */
public record AdCategory(@JsonValue String id) implements Comparable<AdCategory> {

    // Declared before the constants, whose constructor uses it.
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Cars and technology: the paper's test category. */
    public static final AdCategory CAR_TECHNOLOGY = new AdCategory("car-technology");

    /** Food and market: the paper's training category. */
    public static final AdCategory FOOD_MARKET = new AdCategory("food-market");

    /** Cosmetics and fashion: the paper's validation category. */
    public static final AdCategory COSMETICS_FASHION = new AdCategory("cosmetics-fashion");

    @JsonCreator
    public AdCategory {
        checkArgument(
                ID.matcher(id).matches(),
                "category id '%s': expected lower-case letters, digits and single hyphens",
                id);
    }

    @Override
    public int compareTo(AdCategory other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
