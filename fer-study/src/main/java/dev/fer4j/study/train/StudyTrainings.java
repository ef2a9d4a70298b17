package dev.fer4j.study.train;

import dev.fer4j.core.Manifest;
import dev.fer4j.eval.study.CellRunner;
import dev.fer4j.study.gather.StudyData;
import dev.fer4j.study.settings.StudyListener;
import dev.fer4j.train.cell.CellTrainer;
import java.io.IOException;
import java.util.List;

/**
 * Runs the trainings of a study and its checks.
 *
 * @param data of the study
 * @param study its trainings
 * @param keeping files of all trainings
 * @param listener receives progress, and where a training stopped
 */
public record StudyTrainings(
        StudyData data, Trainings study, StudyKeeping keeping, StudyListener listener) {

    /** A runner for the study's cells: in this process, or in several others if so set. */
    public CellRunner ofStudy() throws IOException {
        return data.settings().processes() == 1
                ? on(data.manifests())
                : StudyProcesses.runner(data, study, listener);
    }

    /** A runner that trains on these manifests in this process, one cell after the other. */
    public CellRunner on(List<Manifest> manifests) {
        StoppableTrainer trainer =
                new StoppableTrainer(
                        new CellTrainer(
                                manifests,
                                data.gate(),
                                data.settings().training(),
                                data.settings().options(listener),
                                keeping),
                        listener);
        return cell -> {
            keeping.removeAllBut(cell);
            return trainer.run(cell);
        };
    }
}
