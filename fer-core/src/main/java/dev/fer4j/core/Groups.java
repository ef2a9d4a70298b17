package dev.fer4j.core;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Custom groups of an image or its participant, in addition to gender, age and category: columns
 * such as {@code country}, {@code lighting} or {@code device}, each with a value. A column without
 * a value is absent; samples that lack a value in a column form its group "unknown".
 *
 * @param values the values by column, in alphabetical order. Column names are in lower case,
 *     without surrounding blanks or control characters, and not in {@link #RESERVED}; values are
 *     neither blank nor {@code unknown}, and have no surrounding blanks
 */
public record Groups(Map<String, String> values) {

    /** No columns. */
    public static final Groups NONE = new Groups(Map.of());

    /** Names that have a fixed meaning in tables of samples, predictions or scores. */
    public static final Set<String> RESERVED =
            ImmutableSortedSet.of(
                    "age",
                    "age_band",
                    "category",
                    "gender",
                    "images",
                    "label",
                    "participant",
                    "people",
                    "recording",
                    "recordings",
                    "sample",
                    "score",
                    "source",
                    "split");

    /** The prefix of group columns in tables of samples and of scores. */
    public static final String COLUMN_PREFIX = "group.";

    private static final String UNKNOWN = "unknown";

    /** Checks names and values. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Groups {
        values = ImmutableSortedMap.copyOf(values);
        values.forEach(
                (column, value) -> {
                    checkColumn(column);
                    checkArgument(
                            !isUnknown(value) && value.equals(value.strip()),
                            "column %s has the value '%s'; expected text without surrounding"
                                    + " blanks, and no column if the value is unknown",
                            column,
                            value);
                });
    }

    /**
     * Creates groups from the cells of a table. The case of column names is ignored; blank and
     * {@code unknown} values are omitted.
     *
     * @param cells cell texts by column
     * @throws IllegalArgumentException if a column name is not valid, or occurs twice
     */
    public static Groups of(Map<String, String> cells) {
        ImmutableSortedMap.Builder<String, String> values = ImmutableSortedMap.naturalOrder();
        cells.forEach(
                (column, value) -> {
                    if (!isUnknown(value)) {
                        values.put(columnOf(column), value.strip());
                    }
                });
        return new Groups(values.build());
    }

    /**
     * Returns the normalized name of a column.
     *
     * @return in lower case, without surrounding blanks
     * @throws IllegalArgumentException if it is not a valid column name
     */
    public static String columnOf(String spelled) {
        String column = spelled.strip().toLowerCase(Locale.ROOT);
        checkColumn(column);
        return column;
    }

    private static void checkColumn(String column) {
        checkArgument(
                !column.isEmpty()
                        && column.equals(column.strip().toLowerCase(Locale.ROOT))
                        && column.chars().noneMatch(Character::isISOControl),
                "'%s' is not the name of a column of groups; expected lower case without"
                        + " surrounding blanks",
                column);
        checkArgument(
                !RESERVED.contains(column),
                "'%s' cannot name a column of groups, since it is reserved, as are %s",
                column,
                RESERVED);
    }

    private static boolean isUnknown(String value) {
        return value.isBlank() || value.strip().equalsIgnoreCase(UNKNOWN);
    }

    /** The values by column, in alphabetical order. */
    @JsonValue
    @Override
    public Map<String, String> values() {
        return values;
    }

    /** The value of a column; empty if it is unknown. */
    public Optional<String> of(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /**
     * Returns a copy with the value of one column set.
     *
     * @throws IllegalArgumentException if the name or the value is not valid
     */
    public Groups withColumn(String column, String value) {
        ImmutableSortedMap.Builder<String, String> all = ImmutableSortedMap.naturalOrder();
        values.forEach(
                (other, its) -> {
                    if (!other.equals(column)) {
                        all.put(other, its);
                    }
                });
        return new Groups(all.put(column, value).build());
    }
}
