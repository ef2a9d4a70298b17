package dev.fer4j.eval.report.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.eval.report.literature.Literature;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A cited work; {@link Literature} has those that this library's methods are based on.
 *
 * @param key its BibTeX key: letters, digits and hyphens
 * @param type of the entry, for example {@code article}
 * @param inText as it appears in a sentence: {@code Chollet, 2017}
 * @param fields the fields of the entry in order, in BibTeX's notation
 */
public record Citation(String key, String type, String inText, Map<String, String> fields) {

    private static final Pattern ENTRY =
            Pattern.compile("@(\\w+)\\{([^,\\s]+),(.*?)\\n\\}", Pattern.DOTALL);

    /** A value may contain words in braces, which BibTeX leaves unchanged. */
    private static final Pattern FIELD =
            Pattern.compile("(\\w+) *= *\\{((?:[^{}]|\\{[^{}]*\\})*)\\}");

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
     * Parses the entries of a bibliography, in order. In sentences, each is cited by its authors'
     * last names and year.
     *
     * @param bibTeX entries whose values are in braces, with at most one further level of braces,
     *     whose authors are written {@code Last, F.}, and whose closing brace is on a line of its
     *     own
     * @throws IllegalArgumentException if an entry lacks author, title or year
     */
    public static List<Citation> ofBibTeX(String bibTeX) {
        return ENTRY.matcher(bibTeX).results().map(Citation::of).toList();
    }

    private static Citation of(MatchResult entry) {
        Map<String, String> fields =
                FIELD.matcher(entry.group(3))
                        .results()
                        .collect(
                                ImmutableMap.toImmutableMap(
                                        field -> field.group(1), field -> field.group(2)));
        String key = entry.group(2);
        checkArgument(
                fields.containsKey("author") && fields.containsKey("year"),
                "citation %s needs author and year",
                key);
        String inText = lastNames(fields.get("author")) + ", " + fields.get("year");
        return new Citation(key, entry.group(1), inText, fields);
    }

    private static String lastNames(String author) {
        List<String> names =
                List.of(author.split(" and ")).stream()
                        .map(name -> name.replaceFirst(",.*", ""))
                        .toList();
        if (names.size() == 1) {
            return names.get(0);
        }
        return names.size() == 2 && !names.get(1).equals("others")
                ? names.get(0) + " & " + names.get(1)
                : names.get(0) + " et al.";
    }

    /** The entry for a bibliography. */
    public String toBibTeX() {
        return fields.entrySet().stream()
                .map(field -> "  " + field.getKey() + " = {" + field.getValue() + "}")
                .collect(joining(",\n", "@" + type + "{" + key + ",\n", "\n}"));
    }
}
