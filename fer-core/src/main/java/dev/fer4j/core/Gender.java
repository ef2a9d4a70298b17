package dev.fer4j.core;

import java.util.Locale;
import java.util.Optional;

/** Gender as the questionnaire gives it; an unknown one is an empty {@code Optional}. */
public enum Gender {
    FEMALE,
    MALE,
    /** Given, and neither of the two. */
    OTHER;

    /**
     * Reads {@code F}, {@code female}, {@code woman}, {@code M}, … in any case; any other text that
     * is not blank is {@link #OTHER}, a blank one is unknown.
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
