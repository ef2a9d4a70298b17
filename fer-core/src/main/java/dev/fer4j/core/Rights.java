package dev.fer4j.core;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Under which terms an image may be used. Faces are people: both travel with every sample.
 *
 * @param license an SPDX identifier or the name of the terms; empty if unknown
 * @param consent what the person agreed to, in the words of the data's owner; empty if unknown
 */
public record Rights(Optional<String> license, Optional<String> consent) {

    /** Neither licence nor consent is known. */
    public static final Rights UNKNOWN = new Rights(Optional.empty(), Optional.empty());

    public Rights {
        requireNonNull(license);
        requireNonNull(consent);
    }

    /** Rights with both known. */
    public static Rights of(String license, String consent) {
        return new Rights(Optional.of(license), Optional.of(consent));
    }
}
