package dev.fer4j.study.output;

import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.comparison.StudyInference.Comparison;
import dev.fer4j.eval.comparison.StudyInference.Question;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.report.section.StudyFindings;
import dev.fer4j.eval.study.StudyResult;
import java.nio.file.Path;
import java.util.List;

/**
 * The result of a study.
 *
 * @param folder the output folder
 * @param report the report file
 * @param result predictions and history of every training
 * @param inference all comparisons with their intervals, as in {@code anova.json}
 * @param table1 number of images of each split, formatted for the console
 * @param table2 metrics of the test split, formatted for the console
 * @param allMetrics metrics of all splits and units in full precision
 * @param trained number of cells trained in this run
 * @param reused number of cells trained in earlier runs
 * @param notes notes for readers of the tables
 */
public record StudyOutput(
        Path folder,
        Path report,
        StudyResult result,
        StudyInference inference,
        Table table1,
        Table table2,
        Table allMetrics,
        int trained,
        int reused,
        List<String> notes) {

    public StudyOutput {
        notes = List.copyOf(notes);
    }

    /** What was found about the conditions, in words: the first sentence of the report. */
    public String finding() {
        return new StudyFindings(result.plan(), inference).inShort();
    }

    /**
     * One line for each condition but the reference and controls: the difference of its test ROC
     * AUC per image from the reference's with the 95 % interval, or under several category splits
     * the range of the differences. Empty if a single condition was trained.
     */
    public List<String> differences() {
        return new StudyFindings(result.plan(), inference).differences();
    }

    /** The comparisons with the reference, with all their numbers, under each category split. */
    public List<Comparison> comparisons() {
        return inference.comparisons().stream()
                .filter(c -> c.question() == Question.CONDITION_AGAINST_REFERENCE)
                .toList();
    }
}
