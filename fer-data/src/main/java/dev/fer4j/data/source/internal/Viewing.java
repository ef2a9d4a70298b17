package dev.fer4j.data.source.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One participant's viewing of one advertisement: the key by which questionnaire rows and
 * recordings are joined.
 *
 * @param participant a number without leading zeros, for example {@code 39}
 * @param ad {@code A} and at least two digits, for example {@code A01}
 */
public record Viewing(String participant, String ad) {

    private static final String NUMBER = "[\\s_.#-]*0*([0-9]{1,6})(?:\\.0+)?";

    private static final Pattern PARTICIPANT =
            Pattern.compile("(?i)(?:participant|subject|sub|p|s)?" + NUMBER);

    private static final Pattern AD = Pattern.compile("(?i)(?:ad|a)?" + NUMBER);

    /**
     * Reads {@code 39}, {@code P39}, {@code 39.0}, {@code "39 "}; empty if it is not such a number.
     */
    public static Optional<String> participant(String text) {
        return number(PARTICIPANT, text);
    }

    /** Reads {@code A01}, {@code A1}, {@code 1}, {@code 1.0}; empty if it is not such a number. */
    static Optional<String> ad(String text) {
        return number(AD, text)
                .map(digits -> String.format(Locale.ROOT, "A%02d", Integer.parseInt(digits)));
    }

    private static Optional<String> number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "participant " + participant + ", ad " + ad;
    }
}
