package dev.fer4j.eval.report.section;

import com.google.common.collect.Streams;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.fairness.FairnessReport;
import dev.fer4j.eval.fairness.GroupColumn;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.metric.ThresholdRule;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;

/**
 * The trainings of a condition under one category split, which differ only in their seeds.
 *
 * @param cells one for each seed
 */
record Trained(Condition condition, CategorySplit split, List<CellResult> cells) {

    /** Weighs both classes equally, whatever the prevalence. */
    static final ThresholdRule RULE = ThresholdRule.maximalYouden();

    Trained {
        cells = List.copyOf(cells);
    }

    /** All trainings of a study, by split and then by condition. */
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

    /**
     * The threshold chosen on each training's validation predictions, or one half where none was
     * chosen; one for each seed.
     */
    List<Threshold> thresholds() {
        return cells.stream().map(cell -> RULE.choose(cell.validation()).orHalf()).toList();
    }

    /** How each training treats the groups of a column on the test split, one for each seed. */
    List<FairnessReport> fairness(GroupColumn column) {
        return Streams.zip(
                        tests().stream(),
                        thresholds().stream(),
                        (test, threshold) -> FairnessReport.of(test, column, threshold))
                .toList();
    }

    /** Test predictions, one for each seed, of the same images in the same order. */
    List<Predictions> tests() {
        return cells.stream().map(CellResult::test).toList();
    }
}
