package dev.fer4j.cli.output;

import org.jline.utils.WCWidth;

/** Columns that text takes on a terminal: two for a wide character, none for a combining one. */
final class TextColumns {

    private static final String CUT = "...";

    private TextColumns() {}

    static int of(String text) {
        return text.codePoints().map(TextColumns::of).sum();
    }

    private static int of(int character) {
        return Math.max(0, WCWidth.wcwidth(character));
    }

    /** The text, or its beginning and three dots if it takes more columns. */
    static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        String dots = CUT.substring(0, Math.max(0, Math.min(columns, CUT.length())));
        int room = columns - dots.length();
        int end = 0;
        while (end < text.length() && of(text.codePointAt(end)) <= room) {
            room -= of(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end) + dots;
    }
}
