package dev.fer4j.eval.report.internal;

import com.google.common.primitives.Ints;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.fairness.GroupColumn;
import java.util.List;
import java.util.Optional;

/** Finds the columns that people can be grouped by. */
public final class GroupColumns {

    private GroupColumns() {}

    /**
     * The columns by which people of one test split differ, by name; ages in bands if they are
     * whole years.
     */
    public static List<GroupColumn> of(List<Predictions> tests) {
        return all(tests).stream().filter(column -> isDivided(column, tests)).toList();
    }

    /** The columns by which people of no test split differ. */
    public static List<GroupColumn> undivided(List<Predictions> tests) {
        return all(tests).stream().filter(column -> !isDivided(column, tests)).toList();
    }

    private static boolean isDivided(GroupColumn column, List<Predictions> tests) {
        return tests.stream().anyMatch(test -> column.groupsOf(test).size() > 1);
    }

    private static List<GroupColumn> all(List<Predictions> tests) {
        return tests.stream()
                .flatMap(test -> test.all().stream())
                .flatMap(prediction -> prediction.groups().keySet().stream())
                .distinct()
                .sorted()
                .map(key -> column(key, tests))
                .toList();
    }

    private static GroupColumn column(String key, List<Predictions> tests) {
        return key.equals("age") && areYears(key, tests)
                ? GroupColumn.ageBands()
                : GroupColumn.named(key);
    }

    private static boolean areYears(String key, List<Predictions> tests) {
        return tests.stream()
                .flatMap(test -> test.all().stream())
                .flatMap(p -> Optional.ofNullable(p.groups().get(key)).stream())
                .map(age -> Optional.ofNullable(Ints.tryParse(age)))
                .allMatch(age -> age.filter(years -> years >= 0).isPresent());
    }
}
