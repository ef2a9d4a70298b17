package dev.fer4j.core;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What is known about a participant.
 *
 * @param gender empty if unknown
 * @param age in years, 0 to 130; empty if unknown
 */
public record Demographics(Optional<Gender> gender, Optional<Integer> age) {

    /** Neither gender nor age is known. */
    public static final Demographics UNKNOWN = new Demographics(Optional.empty(), Optional.empty());

    public Demographics {
        requireNonNull(gender);
        requireNonNull(age);
        age.ifPresent(
                years ->
                        checkArgument(
                                years >= 0 && years <= 130, "age %s is not in 0..130", years));
    }
}
