package dev.fer4j.benchmarks.report;

import dev.fer4j.benchmarks.validity.StudySimulator;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.gap.GeneralizationGap;
import dev.fer4j.eval.report.StudyReport;
import dev.fer4j.eval.report.format.ReportFolder;
import dev.fer4j.eval.study.StudyResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates a simulated study of the paper's size with four conditions, groups of people and 50
 * epochs, and writes all files of its report. Prints the seconds taken in this JVM, from the
 * finished trainings to the last file.
 */
final class WriteReport {

    private static final int EPOCHS = 50;

    private WriteReport() {}

    /** Takes the folder and the number of repetitions; prints the seconds of the last one. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        StudyResult study = study();
        System.out.println(
                study.cells().stream().mapToInt(cell -> cell.test().size()).sum()
                        + " test predictions");
        double seconds = 0;
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            long start = System.nanoTime();
            write(study, folder);
            seconds = (System.nanoTime() - start) / 1e9;
        }
        System.out.println(seconds);
    }

    private static void write(StudyResult study, Path folder) throws IOException {
        StudyInference inference = StudyInference.of(study, new Seed(1));
        inference.write(folder.resolve("anova.json"));
        GeneralizationGap.of(study).write(folder.resolve("gaps.json"));
        ReportFolder.write(
                folder, StudyReport.of(study, inference).report("A simulated study", "Nobody."));
    }

    private static StudyResult study() {
        StudyResult drawn = StudySimulator.paper(0.80, 0.82, 0.85, 0.88).draw(new Seed(1));
        List<CellResult> cells = new ArrayList<>();
        for (CellResult cell : drawn.cells()) {
            cells.add(
                    new CellResult(
                            cell.cell(),
                            history(),
                            inGroups(cell.validation()),
                            inGroups(cell.test())));
        }
        return new StudyResult(drawn.plan(), cells, 0);
    }

    private static TrainingHistory history() {
        List<TrainingHistory.Epoch> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            epochs.add(
                    new TrainingHistory.Epoch(
                            epoch,
                            1e-3,
                            0.7 / epoch,
                            1 - 0.5 / epoch,
                            Optional.empty(),
                            0.7,
                            0.6,
                            Optional.empty()));
        }
        return new TrainingHistory(epochs, EPOCHS);
    }

    private static Predictions inGroups(Predictions predictions) {
        return new Predictions(
                predictions.all().stream()
                        .map(
                                p ->
                                        new Prediction(
                                                p.sample(),
                                                p.label(),
                                                p.probability(),
                                                p.recording(),
                                                p.participant(),
                                                groups(p.participant())))
                        .toList());
    }

    private static Map<String, String> groups(String participant) {
        int number = Integer.parseInt(participant.substring(1));
        return Map.of(
                "gender",
                number % 2 == 0 ? "FEMALE" : "MALE",
                "age",
                Integer.toString(18 + 3 * number % 40));
    }
}
