package dev.fer4j.core.answer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Answers without what their writers may leave out: case, accents and punctuation. */
final class PlainWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{P}\\p{S}\\p{C}]+");

    private PlainWords() {}

    /** Lower case letters and digits, with single blanks between words; empty if it has neither. */
    static String of(String answer) {
        String letters =
                MARKS.matcher(Normalizer.normalize(answer, Normalizer.Form.NFKD)).replaceAll("");
        return SEPARATORS
                .matcher(
                        Normalizer.normalize(letters, Normalizer.Form.NFC)
                                .toLowerCase(Locale.ROOT)
                                // Turkish, which has no mark to be removed.
                                .replace('\u0131', 'i'))
                .replaceAll(" ")
                .strip();
    }
}
