package dev.fer4j.eval.report;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * A work that is cited; {@link Literature} has those that this library's methods come from.
 *
 * @param key by which BibTeX knows it: letters, digits and hyphens
 * @param type of the entry, for example {@code article}
 * @param inText as it appears in a sentence: {@code Chollet, 2017}
 * @param fields of the entry in their order, in BibTeX's own spelling
 */
public record Citation(String key, String type, String inText, Map<String, String> fields) {

    /** Checks the key and that it can be cited. */
    public Citation {
        checkArgument(
                key.matches("[a-zA-Z0-9-]+"),
                "citation key '%s': expected letters, digits and hyphens",
                key);
        checkArgument(
                type.matches("[a-z]+"),
                "citation %s has the type '%s': expected a word",
                key,
                type);
        checkArgument(!inText.isBlank(), "citation %s needs authors and year", key);
        fields = ImmutableMap.copyOf(fields);
        checkArgument(
                fields.containsKey("title") && fields.containsKey("author"),
                "citation %s needs author and title",
                key);
    }

    /**
     * An article of a journal. The text ends with the year, from which the entry has it.
     *
     * @param inText for example {@code Holm, 1979}
     * @param author in BibTeX's form: {@code Holm, S. and Second, A.}
     */
    public static Citation article(
            String key,
            String inText,
            String author,
            String title,
            String journal,
            String volume,
            String pages) {
        return new Citation(
                key,
                "article",
                inText,
                ImmutableMap.of(
                        "author", author,
                        "title", title,
                        "journal", journal,
                        "volume", volume,
                        "pages", pages,
                        "year", year(inText)));
    }

    /** A paper of a conference; see {@link #article}. */
    public static Citation atConference(
            String key, String inText, String author, String title, String conference) {
        return new Citation(
                key,
                "inproceedings",
                inText,
                ImmutableMap.of(
                        "author", author,
                        "title", title,
                        "booktitle", conference,
                        "year", year(inText)));
    }

    /** A book; see {@link #article}. */
    public static Citation book(
            String key, String inText, String author, String title, String publisher) {
        return new Citation(
                key,
                "book",
                inText,
                ImmutableMap.of(
                        "author", author,
                        "title", title,
                        "publisher", publisher,
                        "year", year(inText)));
    }

    private static String year(String inText) {
        checkArgument(inText.matches(".*\\b\\d{4}"), "'%s' does not end with a year", inText);
        return inText.substring(inText.length() - 4);
    }

    /** The entry for a bibliography. */
    public String toBibTeX() {
        return fields.entrySet().stream()
                .map(field -> "  " + field.getKey() + " = {" + field.getValue() + "}")
                .collect(joining(",\n", "@" + type + "{" + key + ",\n", "\n}"));
    }
}
