package dev.fer4j.data.source.internal;

import static java.util.stream.Collectors.toCollection;

import com.google.common.collect.ImmutableSetMultimap;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns that are read from a table. All names consist of letters and digits in lower case.
 *
 * @param required columns that a header must have to be recognized
 * @param optional columns that it may have
 * @param groups columns that it must have besides, if samples are grouped by them
 * @param spellings other names of columns, used if the column's own name does not occur
 */
public record TableColumns(
        List<String> required,
        List<String> optional,
        List<String> groups,
        ImmutableSetMultimap<String, String> spellings) {

    public TableColumns {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
        groups = List.copyOf(groups);
    }

    /** Creates columns without groups and other spellings. */
    public static TableColumns of(List<String> required, List<String> optional) {
        return new TableColumns(required, optional, List.of(), ImmutableSetMultimap.of());
    }

    /** Returns a copy in which a column may have other names. */
    public TableColumns spelled(String column, String... others) {
        return new TableColumns(
                required,
                optional,
                groups,
                ImmutableSetMultimap.<String, String>builder()
                        .putAll(spellings)
                        .putAll(column, others)
                        .build());
    }

    /** Returns a copy that requires the columns of groups. */
    public TableColumns with(GroupCells cells) {
        return new TableColumns(required, optional, List.copyOf(cells.keys().values()), spellings);
    }

    /** Whether a cell may be merged over rows: what is required is given row by row. */
    boolean mayBeMerged(String column) {
        return !required.contains(column);
    }

    /** Returns the names of a header as this table has them, by column. */
    Map<Integer, String> translateHeader(Map<Integer, String> names) {
        Map<String, String> translations = translations(names.values());
        Map<Integer, String> translated = new LinkedHashMap<>();
        names.forEach((column, name) -> translated.put(column, translations.get(name)));
        return translated;
    }

    /** Returns the cells of a record by the names that this table has for their columns. */
    public Map<String, String> translate(Map<String, String> cells) {
        Map<String, String> translations = translations(cells.keySet());
        Map<String, String> translated = new LinkedHashMap<>();
        cells.forEach((name, text) -> translated.put(translations.get(name), text));
        return translated;
    }

    /** Returns the column of each name: itself, or the one that it is a spelling of. */
    private Map<String, String> translations(Collection<String> names) {
        Set<String> taken = new HashSet<>(names);
        Map<String, String> translations = new LinkedHashMap<>();
        for (String name : new LinkedHashSet<>(names)) {
            translations.put(
                    name,
                    groups.contains(name)
                            ? name
                            : spellings.inverse().get(name).stream()
                                    .filter(taken::add)
                                    .findFirst()
                                    .orElse(name));
        }
        return translations;
    }

    /** Those of the names that are columns of this table, in its order. */
    Set<String> own(Collection<String> names) {
        return Stream.of(required, optional, groups)
                .flatMap(List::stream)
                .filter(names::contains)
                .collect(toCollection(LinkedHashSet::new));
    }
}
