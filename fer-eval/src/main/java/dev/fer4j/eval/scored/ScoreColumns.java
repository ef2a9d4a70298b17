package dev.fer4j.eval.scored;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.fer4j.core.io.ScoreColumn;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns of a file of scores have which meaning, where their names do not say it.
 *
 * @param named the name of a column by its meaning; the others are found by the names that they are
 *     known by. Only letters and digits of names are compared, ignoring case
 * @param groups columns that are groups, whatever their names and however many values they have
 */
public record ScoreColumns(Map<ScoreColumn, String> named, Set<String> groups) {

    /** All columns are found by their names. */
    public static final ScoreColumns BY_NAME = new ScoreColumns(Map.of(), Set.of());

    public ScoreColumns {
        named = Maps.immutableEnumMap(named);
        groups = ImmutableSet.copyOf(groups);
    }

    /** Returns a copy in which a column has the given meaning. */
    public ScoreColumns with(ScoreColumn meaning, String name) {
        Map<ScoreColumn, String> all = new EnumMap<>(ScoreColumn.class);
        all.putAll(named);
        all.put(meaning, name);
        return new ScoreColumns(all, groups);
    }

    /** Returns a copy with other columns that are groups. */
    public ScoreColumns withGroups(String... columns) {
        return new ScoreColumns(named, ImmutableSet.copyOf(columns));
    }

    Optional<String> named(ScoreColumn meaning) {
        return Optional.ofNullable(named.get(meaning));
    }

    boolean isGroup(String name) {
        return groups.stream().anyMatch(group -> areSame(group, name));
    }

    static boolean areSame(String name, String other) {
        return name.strip().equalsIgnoreCase(other.strip())
                || (!ScoreColumn.key(name).isEmpty()
                        && ScoreColumn.key(name).equals(ScoreColumn.key(other)));
    }
}
