package dev.fer4j.examples.study;

import dev.fer4j.core.Cell;
import dev.fer4j.core.CellResult;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Provenance;
import dev.fer4j.core.io.FolderLock;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.WholeFile;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.FingerprintCache;
import dev.fer4j.data.composition.LeakageGate;
import dev.fer4j.train.CellTrainer;
import dev.fer4j.train.Training;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The training of one condition, from folders or manifests to a model file. Goes on where it was,
 * however its process ended.
 */
public final class TrainJob {

    private final TrainSettings settings;
    private final Consumer<String> messages;
    private final ProgressListener listener;

    /**
     * A training that is not begun.
     *
     * @param messages told what was found, and of every epoch, a line at a time
     * @param listener told how far the work is
     */
    public TrainJob(TrainSettings settings, Consumer<String> messages, ProgressListener listener) {
        this.settings = settings;
        this.messages = messages;
        this.listener = listener;
    }

    /**
     * Trains, or resumes.
     *
     * @throws dev.fer4j.train.TrainingStoppedException if the process is asked to end; a later run
     *     resumes
     * @throws dev.fer4j.core.FerException for whatever the user can mend: folders, labels, device,
     *     weights, a state of another training, an output folder in use
     */
    public TrainOutput run(StudySources.Maker maker) throws IOException {
        StudySettings study = settings.study();
        Training.check(study.training(), study.weights())
                .ifPresent(report -> messages.accept(report.toText().strip()));
        try (FolderLock lock = FolderLock.acquire(study.out())) {
            messages.accept("Output folder " + lock.folder());
            StudySources sources = maker.make(study.out());
            StudyData data = StudyData.gather(study, sources, messages, listener);
            return run(sources, data);
        }
    }

    private TrainOutput run(StudySources sources, StudyData data) throws IOException {
        StudySettings study = settings.study();
        Condition condition = new ConditionChoice(data.manifests(), study).of(settings.condition());
        LeakageGate gate =
                new LeakageGate(
                        Optional.of(new FingerprintCache(listener)), study.data().allowedLeaks());
        Composition composition =
                Composition.compose(condition, study.split(), data.manifests(), gate);
        messages.accept(StudyCompositions.composed(composition, false));
        TrainedFiles files = new TrainedFiles(settings, composition, messages);
        CellTrainer trainer =
                new CellTrainer(
                        data.manifests(),
                        gate,
                        study.training(),
                        study.options(listener).withListener(files),
                        files);
        CellResult result =
                new StoppableTrainer(trainer, messages)
                        .run(new Cell(condition, study.split(), study.seed()));
        Map<String, String> digests = OutputDigests.of(study.out());
        WholeFile.writeString(
                study.out().resolve("provenance.json"),
                Json.pretty(
                        new Provenance(
                                StudyVersions.all(),
                                configuration(
                                        sources,
                                        condition,
                                        data.manifests(),
                                        files.run().resumedDespite()),
                                digests)));
        return new TrainOutput(
                study.out(),
                condition,
                result.history(),
                files.run().ending(),
                files.trained(),
                files.threshold(),
                files.run().resumedDespite(),
                List.copyOf(digests.keySet()));
    }

    private Map<String, String> configuration(
            StudySources sources,
            Condition condition,
            List<Manifest> manifests,
            List<String> resumedDespite) {
        Map<String, String> configuration = new TreeMap<>(settings.configuration());
        configuration.put("sources", sources.description());
        configuration.put("condition", condition.id() + ": " + condition.title());
        StudyConditions.describeGenerators(manifests, configuration);
        if (!resumedDespite.isEmpty()) {
            configuration.put("resumed despite", String.join("; ", resumedDespite));
        }
        return configuration;
    }
}
