package dev.fer4j.core.text;

import java.util.Locale;

/**
 * Shows characters that a reader does not see but a terminal or browser obeys, so that the name of
 * a file cannot colour, erase, reorder or forge what is printed around it.
 *
 * <p>Control characters (U+0000 to U+001F and U+007F to U+009F, among them escape), the line and
 * paragraph separators, the characters that change the direction of writing, and halves of
 * surrogate pairs are written as Java and JSON escape them: a backslash, the letter u and four
 * hexadecimal digits, such as 001b for escape. All other text is unchanged.
 */
public final class VisibleText {

    private VisibleText() {}

    /** Shows a text in one line: line breaks and tabs are escaped too. */
    public static String line(String text) {
        return escaped(text, false);
    }

    /** Shows a text that may have several lines: line breaks and tabs are kept. */
    public static String lines(String text) {
        return escaped(text, true);
    }

    /** Whether a character has an effect instead of a shape. */
    public static boolean isHidden(char c) {
        return c < ' '
                || (c >= 0x7f && c <= 0x9f)
                || c == 0x61c
                || c == 0x200e
                || c == 0x200f
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** A character as {@code \}{@code u} and four hexadecimal digits. */
    public static String escape(char c) {
        return String.format(Locale.ROOT, "\\u%04x", (int) c);
    }

    private static String escaped(String text, boolean severalLines) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean kept = severalLines && (c == '\n' || c == '\t' || text.startsWith("\r\n", i));
            if (!kept && (isHidden(c) || isHalf(text, i))) {
                shown.append(escape(c));
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    private static boolean isHalf(String text, int place) {
        char c = text.charAt(place);
        if (Character.isHighSurrogate(c)) {
            return place + 1 == text.length() || !Character.isLowSurrogate(text.charAt(place + 1));
        }
        return Character.isLowSurrogate(c)
                && (place == 0 || !Character.isHighSurrogate(text.charAt(place - 1)));
    }
}
