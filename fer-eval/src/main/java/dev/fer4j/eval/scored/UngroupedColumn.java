package dev.fer4j.eval.scored;

import static java.util.Objects.requireNonNull;

/**
 * A column that is not used as a group, since its values are too many to be groups.
 *
 * @param column its name
 * @param values the number of its different values
 * @param cases the number of cases with a value
 * @param reason why it is no group, such as {@code has a different value for every case}
 */
public record UngroupedColumn(String column, int values, int cases, String reason) {

    public UngroupedColumn {
        requireNonNull(column);
        requireNonNull(reason);
    }

    /** A sentence that says how the column can be used nevertheless. */
    public String text() {
        return "Column %s is not used as a group: it %s (--group %s uses it nevertheless)."
                .formatted(column, reason, column);
    }
}
