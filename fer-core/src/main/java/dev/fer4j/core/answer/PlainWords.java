package dev.fer4j.core.answer;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Answers without what their writers may leave out: case, accents and punctuation. */
final class PlainWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{P}\\p{C}]+");

    private PlainWords() {}

    /**
     * Lower case letters, digits and symbols, with single blanks between words; empty if there are
     * none.
     */
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

    static Set<String> all(Collection<String> answers) {
        return answers.stream().map(PlainWords::of).collect(ImmutableSet.toImmutableSet());
    }

    /** The words of a list with commas and line breaks. */
    static Set<String> list(String words) {
        return all(
                Splitter.on(CharMatcher.anyOf(",\n"))
                        .trimResults()
                        .omitEmptyStrings()
                        .splitToList(words));
    }
}
