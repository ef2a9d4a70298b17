package dev.fer4j.study;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.file.FolderLock;
import dev.fer4j.core.file.OutputPath;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.study.gather.ConditionChoice;
import dev.fer4j.study.gather.StudyConditions;
import dev.fer4j.study.gather.StudyData;
import dev.fer4j.study.output.StudyOutput;
import dev.fer4j.study.output.TrainOutput;
import dev.fer4j.study.settings.Replication;
import dev.fer4j.study.settings.SourceMaker;
import dev.fer4j.study.settings.StudyFolders;
import dev.fer4j.study.settings.StudyListener;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.study.settings.StudySources;
import dev.fer4j.study.settings.TrainSettings;
import dev.fer4j.study.train.StudyProcesses;
import dev.fer4j.train.Training;
import dev.fer4j.train.weights.WeightsFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A complete study, from sources to report:
 *
 * <pre>
 * StudyOutput out =
 *         Study.of(StudySettings.paper(folder)
 *                         .withConditions(Condition.BASELINE, mine)
 *                         .withReplication(Replication.seeds(5).allRotations()))
 *                 .withListener(listener)
 *                 .run(StudySources.of(baseline, own));
 * Path page = out.report();
 * </pre>
 *
 * <p>Valid results in the output folder are reused, so that a stopped study, or one with additional
 * seeds, conditions or sources, continues. Validity is determined by a fingerprint of data,
 * settings and versions. Only one run at a time can use the folder. Immutable.
 */
public final class Study {

    private final StudySettings settings;
    private final StudyListener listener;
    private final OwnedFolder.Foreign foreign;

    private Study(StudySettings settings, StudyListener listener, OwnedFolder.Foreign foreign) {
        this.settings = requireNonNull(settings);
        this.listener = requireNonNull(listener);
        this.foreign = requireNonNull(foreign);
    }

    /** Returns a study with these settings, without a listener. */
    public static Study of(StudySettings settings) {
        return new Study(settings, StudyListener.none(), OwnedFolder.Foreign.REFUSE);
    }

    /** Returns a copy with a different listener. */
    public Study withListener(StudyListener other) {
        return new Study(settings, other, foreign);
    }

    /**
     * Returns a copy that handles an output folder with files of others differently; it is refused
     * by default. Files of others are never deleted or replaced.
     */
    public Study withForeignFiles(OwnedFolder.Foreign other) {
        return new Study(settings, listener, other);
    }

    /**
     * Runs the study, or what remains of it.
     *
     * @param maker provides the sources; {@link StudySources} is one
     * @throws dev.fer4j.train.TrainingStoppedException if the process is asked to terminate during
     *     a training; a later run resumes that training
     * @throws dev.fer4j.core.FerException for errors that the user can correct, concerning folders,
     *     labels, conditions without their sources, the device, or an output folder in use
     */
    public StudyOutput run(SourceMaker maker) throws IOException {
        OutputPath.requireFolder(settings.folder());
        if (settings.processes() > 1) {
            StudyProcesses.check(settings.training());
        }
        listener.planned(plan(maker, settings.configuration()));
        return held(
                maker,
                names -> new StudyConditions(settings, names).problems(),
                data -> new StudyRun(data, listener).run());
    }

    /**
     * Trains a single condition once, or resumes that training: a study of one cell, whose files
     * are written directly to the output folder, including a model of the last epoch and
     * checkpoints, which are kept.
     *
     * @param maker provides the sources
     * @param one settings of a single training
     * @throws dev.fer4j.train.TrainingStoppedException if the process is asked to terminate; a
     *     later run resumes the training
     * @throws PlanException if the settings require controls, checks that train, several trainings
     *     or several processes
     * @throws dev.fer4j.core.FerException for errors that the user can correct, such as a
     *     checkpoint of another training
     */
    public TrainOutput train(SourceMaker maker, TrainSettings one) throws IOException {
        OutputPath.requireFolder(settings.folder());
        requireSingle();
        Map<String, String> condition = new LinkedHashMap<>();
        condition.put("condition", one.condition().orElse("all sources"));
        condition.putAll(settings.ofEachTraining());
        listener.planned(plan(maker, condition));
        return held(
                maker,
                names -> new ConditionChoice(settings, names, one.condition()).problems(),
                data -> new SingleRun(data, one, listener).run());
    }

    private void requireSingle() {
        if (!settings.controls().isEmpty()
                || !settings.replication().equals(Replication.defaults())
                || settings.processes() > 1
                || settings.checks().labelShuffles() > 0
                || settings.checks().usesNetwork()) {
            throw new PlanException(
                    Problem.Kind.BAD_SETTING,
                    "a single training",
                    "has no controls, no checks that train, one seed, one category"
                            + " split and one process",
                    "remove them, or run a study");
        }
    }

    private Map<String, String> plan(SourceMaker maker, Map<String, String> settled) {
        Map<String, String> plan = new LinkedHashMap<>();
        if (maker instanceof StudySources sources && !sources.description().isBlank()) {
            plan.put("sources", sources.description());
        }
        plan.put("output", settings.folder().toString());
        plan.putAll(settled);
        if (settings.processes() > 1) {
            plan.put("processes", Integer.toString(settings.processes()));
        }
        return plan;
    }

    private void checkTraining(Optional<WeightsFile> weights) {
        Training.check(settings.training(), weights)
                .ifPresent(report -> listener.message(report.toText().strip()));
    }

    /** Work that is done while the output folder is locked. */
    @FunctionalInterface
    private interface Work<T> {
        T with(StudyData data) throws IOException;
    }

    private <T> T held(
            SourceMaker maker, Function<List<String>, List<Problem>> conditions, Work<T> work)
            throws IOException {
        // Weights in the output folder may have to be made, as the sources may.
        boolean own =
                settings.weights()
                        .filter(file -> file.path().startsWith(settings.folder()))
                        .isPresent();
        checkTraining(own ? Optional.empty() : settings.weights());
        StudyFolders.check(settings.folder(), foreign);
        try (FolderLock lock =
                FolderLock.acquire(settings.folder(), OwnedFolder.Content.RESULTS, foreign)) {
            StudyFolders.mark(settings.folder(), foreign);
            listener.message("Output folder " + lock.folder());
            StudySources sources = maker.sources(lock.folder());
            if (own) {
                checkTraining(settings.weights());
            }
            return work.with(StudyData.gather(settings, sources, listener, conditions));
        }
    }
}
