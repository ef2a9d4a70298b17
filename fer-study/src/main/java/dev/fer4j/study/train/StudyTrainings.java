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
 * @param data data of the study
 * @param study trainings of the study
 * @param keeping keeps files of all trainings
 * @param listener receives progress, and a message on where a training stopped
 */
public record StudyTrainings(
        StudyData data, Trainings study, StudyKeeping keeping, StudyListener listener) {

    /**
     * Returns a runner for the study's cells, in this process or, depending on the settings, in
     * several others.
     */
    public CellRunner ofStudy() throws IOException {
        return data.settings().processes() == 1
                ? on(data.manifests())
                : StudyProcesses.runner(data, study, listener);
    }

    /** Returns a runner that trains on these manifests in this process, one cell at a time. */
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
