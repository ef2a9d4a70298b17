package dev.fer4j.core;

import java.util.Locale;
import java.util.Optional;

/** Gender as given in the questionnaire; an unknown gender is an empty {@code Optional}. */
public enum Gender {
    FEMALE,
    MALE,
    /** Given, but neither female nor male. */
    OTHER;

    /**
     * Reads {@code F}, {@code female}, {@code woman}, {@code M}, … ignoring case. Any other
     * non-blank text is {@link #OTHER}; a blank text is unknown.
     */
    public static Optional<Gender> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "f", "female", "woman", "w" -> Optional.of(FEMALE);
            case "m", "male", "man" -> Optional.of(MALE);
            default -> Optional.of(OTHER);
        };
    }
}
