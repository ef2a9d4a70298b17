package dev.fer4j.data.internal.table;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of cells. */
final class CellText {

    private static final CharMatcher BLANK =
            CharMatcher.whitespace().or(CharMatcher.anyOf("\ufeff\u200b"));

    /** A character that XML cannot hold, or that would be lost, as workbooks write it. */
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** Digits before and after the point that are written out. */
    private static final int DIGITS = 20;

    private static final int LONGEST_NUMBER = 400;

    private CellText() {}

    /** Removes surrounding blanks, including those that do not break. */
    static String stripped(String text) {
        return BLANK.trimFrom(text);
    }

    /** Replaces the escapes of a workbook, such as {@code _x000D_}, by their characters. */
    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        Character.toString(
                                                (char) Integer.parseInt(found.group(1), 16))));
    }

    /**
     * A number as spreadsheet programs show it: some programs write 7 as {@code 7.0}, and large
     * numbers as {@code 1E+9}.
     *
     * @throws IOException if the text is not a number
     */
    static String number(String text) throws IOException {
        if (text.length() > LONGEST_NUMBER) {
            throw new IOException("a number has " + text.length() + " characters");
        }
        try {
            BigDecimal value = new BigDecimal(text).stripTrailingZeros();
            return value.scale() <= DIGITS && value.precision() - (long) value.scale() <= DIGITS
                    ? value.toPlainString()
                    : text;
        } catch (NumberFormatException e) {
            throw new IOException("'" + text + "' is not a number", e);
        }
    }
}
