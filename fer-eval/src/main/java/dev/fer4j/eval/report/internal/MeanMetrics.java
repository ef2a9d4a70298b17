package dev.fer4j.eval.report.internal;

import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.report.table.Table2;
import dev.fer4j.eval.unit.UnitMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The metrics of a condition, category split, split and unit, over all trainings of the condition.
 *
 * @param rows one for each training
 */
public record MeanMetrics(List<Table2.Row> rows) {

    public MeanMetrics {
        rows = List.copyOf(rows);
    }

    /** The key shared by trainings that differ only in their seeds. */
    private record Key(
            Condition condition, CategorySplit rotation, Split split, EvaluationUnit unit) {}

    /** The requested rows of a table, averaged, in their order. */
    public static List<MeanMetrics> of(Table2 table, Predicate<Table2.Row> wanted) {
        Map<Key, List<Table2.Row>> grouped = new LinkedHashMap<>();
        table.rows().stream()
                .filter(wanted)
                .forEach(
                        row ->
                                grouped.computeIfAbsent(key(row), key -> new ArrayList<>())
                                        .add(row));
        return grouped.values().stream().map(MeanMetrics::new).toList();
    }

    private static Key key(Table2.Row row) {
        return new Key(
                row.cell().cell().condition(), row.cell().cell().split(), row.split(), row.unit());
    }

    public Condition condition() {
        return rows.get(0).cell().cell().condition();
    }

    public CategorySplit rotation() {
        return rows.get(0).cell().cell().split();
    }

    public Split split() {
        return rows.get(0).split();
    }

    public EvaluationUnit unit() {
        return rows.get(0).unit();
    }

    /** The number of cases that each training was evaluated on, which are the same for all. */
    public int n() {
        return rows.get(0).metrics().n();
    }

    /** A metric, see {@link MeanOutcome#withSpread}. */
    public String text(UnitMetric metric) {
        return MeanOutcome.withSpread(rows, row -> row.metrics().get(metric));
    }
}
