package dev.fer4j.core;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether the person is interested in the advertisement being watched (paper, section 2).
 *
 * <p>{@link #INTERESTED} is the positive class everywhere: probabilities are those of this class,
 * and PR curves refer to it. The paper does not name its positive class.
 */
public enum Label {
    /** The positive class. */
    INTERESTED,
    /** The negative class. */
    NOT_INTERESTED;

    /** The class that probabilities, precision and recall refer to. */
    public static final Label POSITIVE = INTERESTED;

    /** Returns 1 for the positive class and 0 for the negative one, for losses and curves. */
    public int asTarget() {
        return this == POSITIVE ? 1 : 0;
    }

    /**
     * Reads a label as written in questionnaires: yes/no, interested/not interested, 1/0 or
     * true/false, ignoring case and surrounding blanks.
     *
     * @return the label, or empty if the text is none of these
     */
    public static Optional<Label> parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return switch (word) {
            case "yes", "y", "interested", "1", "1.0", "true" -> Optional.of(INTERESTED);
            case "no", "n", "not interested", "0", "0.0", "false" -> Optional.of(NOT_INTERESTED);
            default -> Optional.empty();
        };
    }
}
