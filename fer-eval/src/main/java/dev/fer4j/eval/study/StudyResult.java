package dev.fer4j.eval.study;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Cell;
import dev.fer4j.core.CellResult;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Seed;
import java.util.List;

/**
 * What all trainings of a study left.
 *
 * @param plan the trainings
 * @param cells one result for each of the plan's cells, in their order
 * @param reused how many of them were read from disk instead of being trained now
 */
public record StudyResult(StudyPlan plan, List<CellResult> cells, int reused) {

    /** Checks that the results are those of the plan. */
    public StudyResult {
        cells = List.copyOf(cells);
        checkArgument(
                cells.stream().map(CellResult::cell).toList().equals(plan.cells()),
                "the results are not those of the plan's cells, in their order");
        checkArgument(
                reused >= 0 && reused <= cells.size(),
                "%s of %s cells cannot have been reused",
                reused,
                cells.size());
    }

    /**
     * The result of one cell.
     *
     * @throws IllegalArgumentException if the plan has no such cell
     */
    public CellResult of(Condition condition, CategorySplit split, Seed seed) {
        Cell cell = new Cell(condition, split, seed);
        return cells.stream()
                .filter(result -> result.cell().equals(cell))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(cell.id() + " is not of this plan"));
    }

    /** The results of one condition, over splits and seeds, in the plan's order. */
    public List<CellResult> of(Condition condition) {
        return cells.stream().filter(r -> r.cell().condition().equals(condition)).toList();
    }
}
