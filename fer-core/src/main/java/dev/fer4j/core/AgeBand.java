package dev.fer4j.core;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/**
 * Age bands as commonly used in surveys. The paper gives a mean and a range, but no bands (section
 * 2). An unknown age is in no band; such people form a separate group.
 */
public enum AgeBand {
    /** 0 to 17 years: minors, who cannot consent for themselves. */
    UNDER_18("0-17", 0),
    /** 18 to 24 years. */
    FROM_18("18-24", 18),
    /** 25 to 34 years. */
    FROM_25("25-34", 25),
    /** 35 to 44 years. */
    FROM_35("35-44", 35),
    /** 45 to 54 years. */
    FROM_45("45-54", 45),
    /** 55 to 64 years. */
    FROM_55("55-64", 55),
    /** 65 years and over. */
    FROM_65("65+", 65);

    private static final List<AgeBand> OLDEST_FIRST =
            Arrays.stream(values()).sorted((a, b) -> b.from - a.from).toList();

    private final String id;
    private final int from;

    AgeBand(String id, int from) {
        this.id = id;
        this.from = from;
    }

    /**
     * Returns the band that an age belongs to.
     *
     * @param years 0 or more
     * @throws IllegalArgumentException if the age is negative
     */
    public static AgeBand of(int years) {
        return OLDEST_FIRST.stream()
                .filter(band -> years >= band.from)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("age " + years + " is negative"));
    }

    /** The years, for example {@code 18-24}. The alphabetical order is the order of age. */
    @JsonValue
    public String id() {
        return id;
    }
}
