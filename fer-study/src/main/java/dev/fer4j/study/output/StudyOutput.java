package dev.fer4j.study.output;

import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.study.StudyResult;
import java.nio.file.Path;
import java.util.List;

/**
 * The result of a study.
 *
 * @param folder the output folder
 * @param report the report file
 * @param result predictions and history of every training
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
        Table table1,
        Table table2,
        Table allMetrics,
        int trained,
        int reused,
        List<String> notes) {

    public StudyOutput {
        notes = List.copyOf(notes);
    }
}
