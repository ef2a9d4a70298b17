package dev.fer4j.eval.fairness;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Sets;
import com.google.common.primitives.Ints;
import dev.fer4j.core.AgeBand;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Problem;
import dev.fer4j.eval.metric.Metric;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people are grouped by: a column of {@link Prediction#groups()}, age bands, or a combination
 * of these. People without a value are in the group {@value #UNKNOWN}, which is treated like any
 * other group.
 */
public sealed interface GroupColumn {

    /** The group of people whose value is unknown. */
    String UNKNOWN = "unknown";

    /**
     * A column whose values are the groups.
     *
     * @param key the column's key in {@link Prediction#groups()}, for example {@code gender}
     */
    record Named(String key) implements GroupColumn {

        public Named {
            checkArgument(!key.isBlank(), "a column needs its key");
        }

        @Override
        public String title() {
            return key;
        }

        @Override
        public String groupOf(Prediction prediction) {
            return prediction.groups().getOrDefault(key, UNKNOWN);
        }
    }

    /**
     * A column of ages in whole years ({@code 23}, or {@code 23.0} as pandas writes), grouped into
     * {@link AgeBand}s.
     *
     * @param key the column's key in {@link Prediction#groups()}
     */
    record AgeBands(String key) implements GroupColumn {

        @Override
        public String title() {
            return key + " band";
        }

        @Override
        public String groupOf(Prediction prediction) {
            return Optional.ofNullable(prediction.groups().get(key))
                    .map(age -> band(prediction, age))
                    .orElse(UNKNOWN);
        }

        private String band(Prediction prediction, String age) {
            return Optional.ofNullable(Ints.tryParse(age.replaceFirst("\\.0+$", "")))
                    .filter(years -> years >= 0)
                    .map(years -> AgeBand.of(years).id())
                    .orElseThrow(
                            () ->
                                    new InputException(
                                            Problem.Kind.UNREADABLE,
                                            "sample " + prediction.sample(),
                                            "its group '%s' is '%s'; expected whole years"
                                                    .formatted(key, age),
                                            "correct it, or leave it empty if it is unknown"));
        }
    }

    /**
     * The combination of several columns: people of one group agree in all of them.
     *
     * @param columns at least two
     */
    record Intersection(List<GroupColumn> columns) implements GroupColumn {

        private static final String AND = " × ";

        public Intersection {
            columns = List.copyOf(columns);
            checkArgument(columns.size() >= 2, "an intersection is of two columns or more");
        }

        @Override
        public String title() {
            return columns.stream().map(GroupColumn::title).collect(Collectors.joining(AND));
        }

        @Override
        public String groupOf(Prediction prediction) {
            return columns.stream()
                    .map(column -> column.groupOf(prediction))
                    .collect(Collectors.joining(AND));
        }

        /** Every combination of the columns' groups, including empty ones. */
        @Override
        public List<String> groupsOf(Predictions predictions) {
            return Sets.cartesianProduct(
                            columns.stream()
                                    .map(
                                            column ->
                                                    Sets.newLinkedHashSet(
                                                            column.groupsOf(predictions)))
                                    .toList())
                    .stream()
                    .map(groups -> String.join(AND, groups))
                    .toList();
        }
    }

    /** A column whose values are the groups; see {@link Named}. */
    static GroupColumn named(String key) {
        return new Named(key);
    }

    /** The column {@code age}, in bands; see {@link AgeBands}. */
    static GroupColumn ageBands() {
        return new AgeBands("age");
    }

    /** The combination of several columns; see {@link Intersection}. */
    static GroupColumn intersection(GroupColumn... columns) {
        return new Intersection(List.of(columns));
    }

    /** The display name. */
    String title();

    /**
     * The group of a prediction.
     *
     * @throws InputException if an age is not a whole number of years
     */
    String groupOf(Prediction prediction);

    /** The groups, in alphabetical order, {@value #UNKNOWN} last. */
    default List<String> groupsOf(Predictions predictions) {
        return predictions.all().stream()
                .map(this::groupOf)
                .distinct()
                .sorted(
                        Comparator.<String, Boolean>comparing(UNKNOWN::equals)
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /**
     * A metric restricted to the people of one group. The signed difference of two groups is {@code
     * column.within("F", recall).minus(column.within("M", recall))}.
     *
     * @param group one of the groups; for an empty group the metric is computed over no cases
     */
    default Metric within(String group, Metric metric) {
        return cases ->
                metric.of(
                        new Predictions(
                                cases.all().stream()
                                        .filter(prediction -> groupOf(prediction).equals(group))
                                        .toList()));
    }
}
