package dev.fer4j.study.train;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.eval.study.CellRunner;
import dev.fer4j.study.gather.StudyData;
import dev.fer4j.study.settings.StudyFolders;
import dev.fer4j.study.settings.StudyListener;
import dev.fer4j.train.cell.CellTrainer;
import dev.fer4j.train.loader.ImageSource;
import dev.fer4j.train.plan.TrainingPlan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
     *
     * @param compositions the data of all cells
     */
    public CellRunner ofStudy(List<Composition> compositions) throws IOException {
        if (data.settings().processes() == 1) {
            return on(data.manifests());
        }
        CellRunner processes = StudyProcesses.runner(data, study, listener);
        // Processes that begin at the same time would each decode the images that they share.
        Once decoding = new Once(() -> decode(compositions));
        CellRunner afterwards =
                cell -> {
                    decoding.run();
                    return processes.run(cell);
                };
        return afterwards.withParallelism(processes.parallelism());
    }

    /** Work that the first of several threads does while the others wait. */
    private static final class Once {
        private final Runnable work;
        private boolean done;

        Once(Runnable work) {
            this.work = work;
        }

        synchronized void run() {
            if (!done) {
                work.run();
                done = true;
            }
        }
    }

    private void decode(List<Composition> compositions) {
        TrainingPlan plan = data.settings().training();
        ImageSource images =
                ImageSource.of(
                        Optional.of(StudyFolders.decodedImages(data.settings().folder())),
                        plan.inputSize(),
                        plan.fit(),
                        listener);
        images.prepare(
                compositions.stream()
                        .flatMap(
                                composition ->
                                        Stream.concat(
                                                Stream.of(Split.values())
                                                        .map(composition::samples)
                                                        .flatMap(List::stream),
                                                composition.seen().stream()))
                        .distinct()
                        .toList());
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
