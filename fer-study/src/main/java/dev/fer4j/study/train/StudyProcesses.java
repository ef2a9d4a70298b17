package dev.fer4j.study.train;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.composition.LeakageGate;
import dev.fer4j.data.composition.LeakageKind;
import dev.fer4j.eval.study.CellMain;
import dev.fer4j.eval.study.CellRunner;
import dev.fer4j.eval.study.ForkedCellRunner;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.study.gather.StudyData;
import dev.fer4j.study.settings.StudyFolders;
import dev.fer4j.study.settings.StudyListener;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.train.cell.CellTrainer;
import dev.fer4j.train.device.EngineInfo;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.weights.WeightsFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trainings of a study in separate processes. Each process reads the study's manifests and plan
 * from its folder, and writes the model file and checkpoints to the same locations as a training in
 * the study's own process.
 */
public final class StudyProcesses {

    private StudyProcesses() {}

    /**
     * The information that each process of a study needs.
     *
     * @param training the training plan as JSON
     * @param weights initial weights of each training
     * @param manifests manifest files, that of the evaluation source first
     * @param allowedLeaks allowed leaks of the study
     * @param folder output folder of the study
     * @param plan plan of the study
     * @param fingerprint fingerprint of the study
     */
    private record Request(
            String training,
            Optional<WeightsFile> weights,
            List<Path> manifests,
            Map<LeakageKind, String> allowedLeaks,
            Path folder,
            StudyPlan plan,
            String fingerprint) {

        private Request {
            requireNonNull(training);
            manifests = List.copyOf(manifests);
            allowedLeaks = Map.copyOf(allowedLeaks);
        }
    }

    /** Entry point of a process; the arguments are the requests for the study and for the cell. */
    public static void main(String[] arguments) throws IOException {
        CellMain.run(
                arguments,
                progress -> cell -> trainer(arguments[0], StudyListener.of(progress)).run(cell));
    }

    private static StoppableTrainer trainer(String file, StudyListener listener)
            throws IOException {
        Request request = Json.read(Path.of(file), Request.class);
        StudySettings settings =
                StudySettings.paper(request.folder())
                        .withTraining(TrainingPlan.parse(request.training(), file))
                        .withWeights(request.weights());
        List<Manifest> manifests = new ArrayList<>();
        for (Path manifest : request.manifests()) {
            manifests.add(ManifestFile.read(manifest));
        }
        return new StoppableTrainer(
                new CellTrainer(
                        manifests,
                        // The study has already searched for near-duplicates.
                        new LeakageGate(Optional.empty(), request.allowedLeaks()),
                        settings.training(),
                        settings.options(listener),
                        new StudyKeeping(
                                request.folder(),
                                new Trainings(request.plan(), request.fingerprint()),
                                List.of())),
                listener);
    }

    /** Returns the number of threads per training for this many concurrent trainings. */
    public static int threads(int processes) {
        return Math.max(1, EngineInfo.current().threads() / processes);
    }

    /**
     * Requires that a training plan can be passed to another process.
     *
     * @throws PlanException if the plan has a custom network, pixel function or learning rate
     */
    public static void check(TrainingPlan plan) {
        boolean same;
        String why = "it does not survive being written and read back";
        try {
            same = TrainingPlan.parse(plan.toJson(), "the training plan").equals(plan);
        } catch (InputException e) {
            same = false;
            why = e.getMessage();
        }
        if (!same) {
            throw new PlanException(
                    Problem.Kind.BAD_SETTING,
                    "processes",
                    "the training plan cannot be passed to another process: " + why,
                    "train in one process, or use only networks, augmentations and"
                            + " learning rates of this library");
        }
    }

    static CellRunner runner(StudyData data, Trainings study, StudyListener listener)
            throws IOException {
        StudySettings settings = data.settings();
        Path folder = StudyFolders.processes(settings.folder());
        Path file = folder.resolve("study.json");
        WholeFile.writeString(
                file,
                Json.pretty(
                        new Request(
                                settings.training().toJson(),
                                settings.weights(),
                                data.manifestFiles(),
                                settings.data().allowedLeaks(),
                                settings.folder(),
                                study.plan(),
                                study.fingerprint())));
        return new ForkedCellRunner(
                        ForkedCellRunner.javaCommand(
                                StudyProcesses.class, options(), file.toString()),
                        folder)
                .withParallelism(settings.processes())
                .withEnvironment(
                        Map.of("OMP_NUM_THREADS", Integer.toString(threads(settings.processes()))))
                .withGrace(StoppableTrainer.LONGEST)
                .withListener(titled(study.plan(), listener));
    }

    /**
     * Tasks of processes carry their cell's id. Where conditions alone tell cells apart, they carry
     * the condition's title instead, once.
     */
    static ProgressListener titled(StudyPlan plan, ProgressListener listener) {
        if (plan.splits().size() > 1 || plan.seeds().size() > 1) {
            return listener;
        }
        Map<String, String> titles =
                plan.cells().stream()
                        .collect(
                                toMap(
                                        cell -> " [" + cell.id() + "]",
                                        cell -> cell.condition().title()));
        return progress -> {
            String task = progress.task();
            int end = Math.max(0, task.lastIndexOf(" ["));
            String title = titles.get(task.substring(end));
            if (title == null) {
                listener.update(progress);
                return;
            }
            String what = task.substring(0, end);
            listener.update(
                    new Progress(
                            what.endsWith(title) ? what : what + " [" + title + "]",
                            progress.done(),
                            progress.total(),
                            progress.note()));
        };
    }

    /**
     * Returns the system properties and memory settings of this process, without debuggers and
     * agents.
     */
    private static List<String> options() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.matches("-(D|Xm|Xs|XX:).*"))
                .toList();
    }
}
