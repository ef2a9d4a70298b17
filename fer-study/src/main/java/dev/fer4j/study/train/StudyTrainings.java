package dev.fer4j.study.train;

import dev.fer4j.core.Manifest;
import dev.fer4j.eval.study.CellRunner;
import dev.fer4j.study.gather.StudyData;
import dev.fer4j.study.settings.StudyListener;
import dev.fer4j.train.cell.CellTrainer;
import java.io.IOException;
import java.util.List;

/**
 * How a study and its checks train.
 *
 * @param data of the study
 * @param study its trainings
 * @param keeping of all trainings
 * @param listener told how far each is, and where one stopped
 */
public record StudyTrainings(
        StudyData data, Trainings study, StudyKeeping keeping, StudyListener listener) {

    /** Trains the study's cells: one after the other, or several at a time if settings say so. */
    public CellRunner ofStudy() throws IOException {
        return data.settings().processes() == 1
                ? on(data.manifests())
                : StudyProcesses.runner(data, study, listener);
    }

    /** Trains cells on some manifests in this process, one after the other. */
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
