package dev.fer4j.eval.scored;

import com.google.common.primitives.Doubles;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Decides which columns of scored cases are groups. A column of file names, times, free text or
 * measurements is not: its groups would be single cases. Ages are, since they are put into bands.
 */
final class CaseColumns {

    static final String AGE = "age";

    /** A column with no more values than this is a group unless every case has its own. */
    private static final int FEW = 10;

    /** The largest number of different whole numbers that are taken for groups, such as codes. */
    private static final int MOST_NUMBERS = 25;

    /** The fewest cases for each value on average, if there are more values than that. */
    private static final int CASES = 5;

    /** The largest number of different values that are taken for groups, such as countries. */
    private static final int MOST_VALUES = 200;

    /** The fewest different values that look like ids of people. */
    private static final int PEOPLE = 5;

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+([.,]0+)?");

    private static final Pattern ID =
            Pattern.compile("[^\\s.,:/\\\\]{0,40}\\d[^\\s.,:/\\\\]{0,40}");

    /** The number of cases of each value, by column. */
    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

    private CaseColumns() {}

    static CaseColumns of(ScoredCases cases) {
        CaseColumns columns = new CaseColumns();
        for (ScoredCase one : cases.all()) {
            one.groups()
                    .forEach(
                            (column, value) ->
                                    columns.counts
                                            .computeIfAbsent(column, any -> new LinkedHashMap<>())
                                            .merge(value, 1, Integer::sum));
        }
        return columns;
    }

    /**
     * The columns that are groups, in alphabetical order.
     *
     * @param wanted columns that are groups in any case
     * @throws InputException if there is no such column
     */
    List<String> groups(String name, Set<String> wanted) {
        for (String column : wanted) {
            if (counts.keySet().stream().noneMatch(one -> ScoreColumns.areSame(column, one))) {
                throw new InputException(
                        Problem.Kind.MISSING,
                        name,
                        "has no column '%s' to group by; its other columns are %s"
                                .formatted(column, counts.keySet()),
                        "name one of these");
            }
        }
        return counts.keySet().stream()
                .filter(column -> isWanted(column, wanted) || reason(column).isEmpty())
                .toList();
    }

    /** The columns that are not groups, in alphabetical order. */
    List<UngroupedColumn> ungrouped(Set<String> wanted) {
        List<UngroupedColumn> ungrouped = new ArrayList<>();
        for (String column : counts.keySet()) {
            if (!isWanted(column, wanted)) {
                reason(column)
                        .ifPresent(
                                reason ->
                                        ungrouped.add(
                                                new UngroupedColumn(
                                                        column,
                                                        counts.get(column).size(),
                                                        cases(column),
                                                        reason)));
            }
        }
        return List.copyOf(ungrouped);
    }

    private static boolean isWanted(String column, Set<String> wanted) {
        return wanted.stream().anyMatch(one -> ScoreColumns.areSame(one, column));
    }

    private int cases(String column) {
        return counts.get(column).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Why a column is no group; empty if it is one. */
    private Optional<String> reason(String column) {
        int values = counts.get(column).size();
        int cases = cases(column);
        if (column.equals(AGE) || values < 3) {
            return Optional.empty();
        }
        if (values == cases) {
            return Optional.of("has " + values + " values, a different one in each case");
        }
        if (values <= FEW) {
            return Optional.empty();
        }
        if (2L * values > cases || (values > MOST_NUMBERS && (long) CASES * values > cases)) {
            return Optional.of("has " + values + " different values in " + cases + " cases");
        }
        if (areNumbers(column) && (values > MOST_NUMBERS || !areWhole(column))) {
            return Optional.of("has " + values + " different numbers");
        }
        return values > MOST_VALUES
                ? Optional.of("has " + values + " different values")
                : Optional.empty();
    }

    private boolean areNumbers(String column) {
        return counts.get(column).keySet().stream()
                .allMatch(value -> Doubles.tryParse(value.replace(',', '.')) != null);
    }

    private boolean areWhole(String column) {
        return counts.get(column).keySet().stream()
                .allMatch(value -> WHOLE.matcher(value).matches());
    }

    /**
     * Sentences on columns whose values look like ids of people, each of whom has several cases.
     */
    List<String> likePeople(String unit) {
        List<String> hints = new ArrayList<>();
        for (String column : counts.keySet()) {
            Set<String> values = counts.get(column).keySet();
            if (!column.equals(AGE)
                    && values.size() >= PEOPLE
                    && 2L * values.size() <= cases(column)
                    && values.stream().allMatch(value -> ID.matcher(value).matches())
                    && (values.size() > FEW || !areNumbers(column))) {
                hints.add(
                        ("Column %s has %s values such as %s, each for %s cases on average. If they"
                                        + " are people, say so with --column participant=%s:"
                                        + " intervals take every %s as independent.")
                                .formatted(
                                        column,
                                        values.size(),
                                        values.iterator().next(),
                                        cases(column) / values.size(),
                                        column,
                                        unit));
            }
        }
        return List.copyOf(hints);
    }
}
