package dev.fer4j.core;

import com.google.common.base.CharMatcher;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

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

    private static final Pattern BETWEEN_LETTERS =
            Pattern.compile("(?<=\\p{L})[\\s\\u00a0_-]+(?=\\p{L})");

    /** A whole number that some programs write with decimals. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("^([01])[.,]0+$");

    /** Returns 1 for the positive class and 0 for the negative one, for losses and curves. */
    public int asTarget() {
        return this == POSITIVE ? 1 : 0;
    }

    /**
     * Reads a label as written in questionnaires: yes/no, interested/not interested (also
     * uninterested, disinterested), 1/0 or true/false, ignoring case, surrounding blanks, and
     * blanks, hyphens and underscores between letters.
     *
     * <p>This looks at one answer only. In a column of answers, a 1 may be the lowest of a scale:
     * use {@link dev.fer4j.core.answer.LabelColumn} for columns.
     *
     * @return the label, or empty if the text is none of these
     */
    public static Optional<Label> parse(String text) {
        String word =
                BETWEEN_LETTERS
                        .matcher(CharMatcher.whitespace().trimFrom(text).toLowerCase(Locale.ROOT))
                        .replaceAll("");
        return switch (WHOLE_NUMBER.matcher(word).replaceAll("$1")) {
            case "yes", "y", "interested", "1", "true" -> Optional.of(INTERESTED);
            case "no",
                    "n",
                    "notinterested",
                    "noninterested",
                    "uninterested",
                    "disinterested",
                    "0",
                    "false" ->
                    Optional.of(NOT_INTERESTED);
            default -> Optional.empty();
        };
    }
}
