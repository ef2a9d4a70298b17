package dev.fer4j.study.output;

import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.study.StudyResult;
import java.nio.file.Path;
import java.util.List;

/**
 * The result of a study.
 *
 * @param folder the output folder
 * @param report the report's file
 * @param result predictions and history of every training
 * @param table1 images of each split, for people
 * @param table2 metrics of the test split, for people
 * @param allMetrics metrics of all splits and units in full precision
 * @param trained how many conditions were trained now
 * @param reused how many had been trained before
 * @param notes what the tables do not say and a reader must know
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
