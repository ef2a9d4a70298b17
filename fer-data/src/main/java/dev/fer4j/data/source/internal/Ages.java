package dev.fer4j.data.source.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ages as spreadsheets write them. */
public final class Ages {

    private static final Pattern AGE = Pattern.compile("([0-9]{1,3})(?:[.,]0+)?");

    private Ages() {}

    /** Reads {@code 27} or {@code 27.0}; empty if it is not a whole number from 0 to 130. */
    public static Optional<Integer> parse(String text) {
        Matcher matcher = AGE.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(Integer.valueOf(matcher.group(1))).filter(years -> years <= 130)
                : Optional.empty();
    }
}
