package dev.fer4j.study;

import dev.fer4j.core.Provenance;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.study.gather.ConditionChoice;
import dev.fer4j.study.gather.Generators;
import dev.fer4j.study.gather.StudyCompositions;
import dev.fer4j.study.gather.StudyConditions;
import dev.fer4j.study.gather.StudyData;
import dev.fer4j.study.output.OutputDigests;
import dev.fer4j.study.output.StudyVersions;
import dev.fer4j.study.output.TrainOutput;
import dev.fer4j.study.settings.StudyListener;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.study.settings.TrainSettings;
import dev.fer4j.study.train.StoppableTrainer;
import dev.fer4j.study.train.TrainedFiles;
import dev.fer4j.train.cell.CellTrainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A single training on gathered data, and its files. */
final class SingleRun {

    private final StudyData data;
    private final StudySettings settings;
    private final TrainSettings one;
    private final StudyListener listener;
    private final Generators generators;

    SingleRun(StudyData data, TrainSettings one, StudyListener listener) {
        this.data = data;
        this.settings = data.settings();
        this.one = one;
        this.listener = listener;
        this.generators = Generators.of(data.manifests());
    }

    TrainOutput run() throws IOException {
        Condition condition =
                new ConditionChoice(settings, data.names(), one.condition())
                        .of(generators.others());
        List<String> unused =
                new StudyConditions(settings, data.names()).unused(List.of(condition));
        List<String> notes = new ArrayList<>(StudyNotes.unused(data, unused));
        StudyNotes.similarPeople(data).ifPresent(notes::add);
        notes.forEach(listener::note);
        Composition composition =
                Composition.compose(condition, settings.split(), data.manifests(), data.gate());
        listener.message(StudyCompositions.composed(composition, false));
        TrainedFiles files = new TrainedFiles(settings, one, composition, notes, listener);
        CellTrainer trainer =
                new CellTrainer(
                        data.manifests(),
                        data.gate(),
                        settings.training(),
                        settings.options(listener).withListener(files),
                        files);
        CellResult result =
                new StoppableTrainer(trainer, listener)
                        .run(new Cell(condition, settings.split(), settings.seed()));
        Map<String, String> digests = OutputDigests.of(settings.folder());
        WholeFile.writeString(
                settings.folder().resolve("provenance.json"),
                Json.pretty(
                        new Provenance(
                                StudyVersions.all(),
                                configuration(condition, unused, files.run().resumedDespite()),
                                digests)));
        return new TrainOutput(
                settings.folder(),
                condition,
                result.history(),
                files.run().ending(),
                files.trained(),
                files.threshold(),
                files.run().resumedDespite(),
                notes,
                List.copyOf(digests.keySet()));
    }

    private Map<String, String> configuration(
            Condition condition, List<String> unused, List<String> resumedDespite) {
        Map<String, String> configuration = new TreeMap<>(settings.ofEachTraining());
        configuration.put("sources", data.sources().description());
        configuration.put("condition", condition.id() + ": " + condition.title());
        generators.describe(configuration);
        if (!unused.isEmpty()) {
            configuration.put("sources that are not used", String.join(", ", unused));
        }
        if (!resumedDespite.isEmpty()) {
            configuration.put("resumed despite", String.join("; ", resumedDespite));
        }
        return configuration;
    }
}
