package dev.fer4j.core;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The terms under which an image may be used. Since the images show identifiable people, every
 * sample carries its licence and the participant's consent.
 *
 * @param license an SPDX identifier or the name of the licence; empty if unknown
 * @param consent what the person agreed to, in the words of the data's owner; empty if unknown
 */
public record Rights(Optional<String> license, Optional<String> consent) {

    /** Neither licence nor consent is known. */
    public static final Rights UNKNOWN = new Rights(Optional.empty(), Optional.empty());

    public Rights {
        requireNonNull(license);
        requireNonNull(consent);
    }

    /** Creates rights whose licence and consent are known. */
    public static Rights of(String license, String consent) {
        return new Rights(Optional.of(license), Optional.of(consent));
    }
}
