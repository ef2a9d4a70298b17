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
 * @param inText as it stands in a sentence: {@code Chollet, 2017}
 * @param fields of the entry in their order, in BibTeX's own spelling
 */
public record Citation(String key, String type, String inText, Map<String, String> fields) {

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

    /** The entry for a bibliography. */
    public String toBibTeX() {
        return fields.entrySet().stream()
                .map(field -> "  " + field.getKey() + " = {" + field.getValue() + "}")
                .collect(joining(",\n", "@" + type + "{" + key + ",\n", "\n}"));
    }
}
