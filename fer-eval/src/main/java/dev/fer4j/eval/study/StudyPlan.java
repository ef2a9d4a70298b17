package dev.fer4j.eval.study;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Cell;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Seed;
import java.util.HashSet;
import java.util.List;

/**
 * Which trainings a study is made of: every condition under every split with every seed. The
 * paper's plan is its three conditions under {@link CategorySplit#PAPER}, once.
 *
 * @param conditions at least one, with ids that differ
 * @param splits at least one, all different
 * @param seeds at least one, all different
 */
public record StudyPlan(List<Condition> conditions, List<CategorySplit> splits, List<Seed> seeds) {

    /** Checks that nothing is missing or planned twice. */
    public StudyPlan {
        conditions = List.copyOf(conditions);
        splits = List.copyOf(splits);
        seeds = List.copyOf(seeds);
        checkDifferent("condition", conditions.stream().map(Condition::id).toList());
        checkDifferent("category split", splits.stream().map(CategorySplit::id).toList());
        checkDifferent("seed", seeds);
    }

    private static void checkDifferent(String what, List<?> values) {
        checkArgument(!values.isEmpty(), "a study needs at least one %s", what);
        checkArgument(
                new HashSet<>(values).size() == values.size(),
                "a study names a %s twice: %s",
                what,
                values);
    }

    /** All cells: by condition, then by split, then by seed, each in the plan's order. */
    @JsonIgnore
    public List<Cell> cells() {
        return conditions.stream()
                .flatMap(
                        condition ->
                                splits.stream()
                                        .flatMap(
                                                split ->
                                                        seeds.stream()
                                                                .map(
                                                                        seed ->
                                                                                new Cell(
                                                                                        condition,
                                                                                        split,
                                                                                        seed))))
                .toList();
    }

    /**
     * A name for files and tables that differs for every cell: the condition's id if there is one
     * split and one seed, else condition, split and seed joined by underscores.
     *
     * @throws IllegalArgumentException if the cell is not of this plan
     */
    public String cellName(Cell cell) {
        checkArgument(
                conditions.contains(cell.condition())
                        && splits.contains(cell.split())
                        && seeds.contains(cell.seed()),
                "%s is not of this plan",
                cell.id());
        return splits.size() == 1 && seeds.size() == 1 ? cell.condition().id() : cell.id();
    }

    /** The conditions that are no controls: those that the study is about. */
    @JsonIgnore
    public List<Condition> withoutControls() {
        return conditions.stream().filter(condition -> !condition.isControl()).toList();
    }

    /** The control conditions of a condition; none for a control. */
    public List<Condition> controlsOf(Condition condition) {
        return conditions.stream().filter(other -> other.isControlOf(condition)).toList();
    }

    /**
     * What the other conditions are compared with: the first condition that adds no source and is
     * no control, or the first of all if there is none.
     */
    @JsonIgnore
    public Condition reference() {
        return withoutControls().stream()
                .filter(condition -> condition.addedSources().isEmpty())
                .findFirst()
                .orElse(conditions.get(0));
    }
}
