package dev.fer4j.eval.study;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The results of all trainings of a study.
 *
 * @param plan the trainings
 * @param cells one result for each of the plan's cells, in their order
 * @param testEvaluations how often each cell has predicted its test split in the study's folder, as
 *     counted by its marker: once, after training, unless it had to be run again, with other
 *     settings or because a file was lost
 * @param reused the number of cells that were read from disk rather than trained in this run
 */
public record StudyResult(
        StudyPlan plan, List<CellResult> cells, List<Integer> testEvaluations, int reused) {

    public StudyResult {
        cells = List.copyOf(cells);
        testEvaluations = List.copyOf(testEvaluations);
        checkArgument(
                cells.stream().map(CellResult::cell).toList().equals(plan.cells()),
                "the results are not those of the plan's cells, in their order");
        checkArgument(
                testEvaluations.size() == cells.size()
                        && testEvaluations.stream().allMatch(count -> count >= 1),
                "%s cells cannot have predicted their test splits %s times",
                cells.size(),
                testEvaluations);
        checkArgument(
                reused >= 0 && reused <= cells.size(),
                "%s of %s cells cannot have been reused",
                reused,
                cells.size());
    }

    /** Creates a result whose test splits were predicted once. */
    public StudyResult(StudyPlan plan, List<CellResult> cells, int reused) {
        this(plan, cells, Collections.nCopies(cells.size(), 1), reused);
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
                        () -> new IllegalArgumentException(cell.id() + " is not in this plan"));
    }

    /** The results of one condition, over splits and seeds, in the plan's order. */
    public List<CellResult> of(Condition condition) {
        return cells.stream().filter(r -> r.cell().condition().equals(condition)).toList();
    }

    /**
     * A statement for reports on whether test predictions were made once: a sentence, and another
     * for each cell that predicted its test split more than once. Changing settings after looking
     * at test results makes these results optimistic.
     */
    public String testStatement() {
        List<String> sentences = new ArrayList<>();
        long once = testEvaluations.stream().filter(count -> count == 1).count();
        if (once > 0) {
            sentences.add(
                    once == cells.size()
                            ? "Every training predicted its test split once, after it had ended."
                            : ("%s of %s trainings predicted their test split once, after "
                                            + "they had ended.")
                                    .formatted(once, cells.size()));
        }
        for (int i = 0; i < cells.size(); i++) {
            if (testEvaluations.get(i) > 1) {
                sentences.add(
                        plan.cellName(cells.get(i).cell())
                                + " was trained and tested "
                                + testEvaluations.get(i)
                                + " times in this folder; if settings were changed in between,"
                                + " after looking at test results, these are too optimistic.");
            }
        }
        return String.join(" ", sentences);
    }
}
