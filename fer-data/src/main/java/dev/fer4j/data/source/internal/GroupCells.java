package dev.fer4j.data.source.internal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.Groups;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The columns of a table that are groups.
 *
 * @param keys the letters and digits of each column's name, by the name of the group in lower case
 */
public record GroupCells(Map<String, String> keys) {

    /** No columns. */
    public static final GroupCells NONE = new GroupCells(Map.of());

    public GroupCells {
        keys = ImmutableMap.copyOf(keys);
    }

    /**
     * Creates group columns by name.
     *
     * @throws IllegalArgumentException if a name is not a valid column name, or two names refer to
     *     one column
     */
    public static GroupCells named(String... columns) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String column : columns) {
            String name = Groups.columnOf(column);
            String key = SheetTable.key(column);
            checkArgument(!key.isEmpty(), "column '%s' has no letter a to z and no digit", column);
            checkArgument(!keys.containsValue(key), "column '%s' is named twice: %s", column, keys);
            keys.put(name, key);
        }
        return new GroupCells(keys);
    }

    /** Returns the groups of a row. */
    public Groups of(SheetTable.Row row) {
        Map<String, String> cells = new HashMap<>();
        keys.forEach((name, key) -> cells.put(name, row.cell(key)));
        return Groups.of(cells);
    }
}
