package dev.fer4j.core.io;

import java.util.regex.Pattern;

/**
 * Text of a CSV cell that spreadsheets do not run. A text that begins with {@code =}, {@code +},
 * {@code -}, {@code @} (also full-width), a tab or a line break is written after an apostrophe,
 * unless it is a number. So is a text of apostrophes followed by such a beginning, so that what is
 * read back is what was written.
 */
final class CsvCell {

    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private static final Pattern NUMBER =
            Pattern.compile(
                    "[+-]?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|(?i:inf|infinity|nan))");

    private CsvCell() {}

    /** Makes a text harmless. */
    static String write(String text) {
        return runs(text) ? "'" + text : text;
    }

    /** Returns the text that was made harmless; other texts are returned unchanged. */
    static String read(String cell) {
        return cell.startsWith("'") && runs(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean runs(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\'') {
            start++;
        }
        return start < text.length()
                && FORMULA.indexOf(text.charAt(start)) >= 0
                && !NUMBER.matcher(text.substring(start)).matches();
    }
}
