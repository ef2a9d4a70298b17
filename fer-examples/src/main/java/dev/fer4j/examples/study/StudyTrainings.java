package dev.fer4j.examples.study;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.data.composition.LeakageGate;
import dev.fer4j.eval.study.CellRunner;
import dev.fer4j.train.CellTrainer;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a study and its checks train.
 *
 * @param settings of the study
 * @param gate which leaks are looked for
 * @param keeping of all trainings
 * @param messages told where a training stopped
 * @param listener told how far each is
 */
record StudyTrainings(
        StudySettings settings,
        LeakageGate gate,
        StudyKeeping keeping,
        Consumer<String> messages,
        ProgressListener listener) {

    /** Trains cells on some manifests, one after the other. */
    CellRunner on(List<Manifest> manifests) {
        StoppableTrainer trainer =
                new StoppableTrainer(
                        new CellTrainer(
                                manifests,
                                gate,
                                settings.training(),
                                settings.options(listener),
                                keeping),
                        messages);
        return cell -> {
            keeping.removeAllBut(cell);
            return trainer.run(cell);
        };
    }
}
