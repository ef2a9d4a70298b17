package dev.fer4j.eval.report.model;

import dev.fer4j.core.text.VisibleText;

/**
 * Escapes text for Markdown (CommonMark and GitHub's) so that it renders literally: no markup, no
 * HTML, no links, and none of the mentions and references that GitHub recognizes by {@code @} and
 * {@code #}. Line breaks and tabs become spaces, so that a text stays in its line or table cell;
 * other control characters and those that change the direction of writing are {@linkplain
 * VisibleText shown}.
 */
public final class MarkdownText {

    /** Characters escaped everywhere. */
    private static final String MARKUP = "\\`*_[]<>&~|$@#";

    /**
     * Characters that begin a list, or turn the line above into a rule or heading, if preceded only
     * by digits and followed by a space, the same character or nothing.
     */
    private static final String MARKUP_AT_START = "+-=.)";

    private MarkdownText() {}

    public static String of(String text) {
        String line = VisibleText.line(text.replaceAll("[\t\\v]", " ")).strip();
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean means =
                    MARKUP.indexOf(c) >= 0
                            || (MARKUP_AT_START.indexOf(c) >= 0 && startsLine(line, i))
                            || isAddress(line, i);
            escaped.append(means ? "\\" : "").append(c);
        }
        return escaped.toString();
    }

    private static boolean startsLine(String line, int place) {
        boolean ends =
                place + 1 == line.length()
                        || line.charAt(place + 1) == ' '
                        || line.charAt(place + 1) == line.charAt(place);
        return ends && line.substring(0, place).chars().allMatch(Character::isDigit);
    }

    /** Whether this is the part by which GitHub recognizes an address. */
    private static boolean isAddress(String line, int place) {
        return line.startsWith("://", place)
                || (line.charAt(place) == '.' && line.regionMatches(true, place - 3, "www", 0, 3));
    }
}
