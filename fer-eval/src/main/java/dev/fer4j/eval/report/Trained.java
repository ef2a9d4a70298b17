package dev.fer4j.eval.report;

import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.CellResult;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;

/**
 * The trainings of a condition under one category split, which differ in their seeds.
 *
 * @param cells one for each seed
 */
record Trained(Condition condition, CategorySplit split, List<CellResult> cells) {

    Trained {
        cells = List.copyOf(cells);
    }

    /** All of a study, by split and then by condition. */
    static List<Trained> of(StudyResult study) {
        List<Trained> all = new ArrayList<>();
        for (CategorySplit split : study.plan().splits()) {
            for (Condition condition : study.plan().conditions()) {
                List<CellResult> cells =
                        study.of(condition).stream()
                                .filter(cell -> cell.cell().split().equals(split))
                                .toList();
                all.add(new Trained(condition, split, cells));
            }
        }
        return all;
    }

    /** Test predictions, one for each seed, of the same images in the same order. */
    List<Predictions> tests() {
        return cells.stream().map(CellResult::test).toList();
    }
}
