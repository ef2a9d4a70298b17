package dev.fer4j.study.train;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.eval.metric.ThresholdRule;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import dev.fer4j.study.output.ModelCards;
import dev.fer4j.study.settings.StudyFolders;
import dev.fer4j.train.TrainingRun;
import dev.fer4j.train.cell.CellKeeping;
import dev.fer4j.train.checkpoint.Checkpoints;
import dev.fer4j.train.model.ModelDescription;
import dev.fer4j.train.model.ModelFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps files of each training of a study in addition to its result: a model file with its card
 * and, until the training is finished, its checkpoints. For trainings that check the study, only
 * checkpoints are kept.
 */
public final class StudyKeeping implements CellKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(StudyKeeping.class);

    private final StudyPlan plan;
    private final Path models;
    private final Path checkpoints;
    private final Map<Cell, Path> folders;

    /**
     * Keeps files in an output folder.
     *
     * @param study the study's trainings
     * @param checks trainings that check the study
     */
    public StudyKeeping(Path out, Trainings study, List<Trainings> checks) {
        this.plan = study.plan();
        this.models = out.resolve("models");
        this.checkpoints = StudyFolders.checkpoints(out);
        ImmutableMap.Builder<Cell, Path> all = ImmutableMap.builder();
        Stream.concat(Stream.of(study), checks.stream())
                .forEach(
                        trainings ->
                                trainings
                                        .plan()
                                        .cells()
                                        .forEach(cell -> all.put(cell, folder(cell, trainings))));
        this.folders = all.buildOrThrow();
    }

    /**
     * Returns the folder of a cell, which differs for trainings with different settings or data.
     */
    private Path folder(Cell cell, Trainings of) {
        String digest = Sha256.of(of.fingerprint() + "\n" + Json.line(cell.condition()));
        return checkpoints.resolve(of.plan().cellName(cell) + "-" + digest.substring(0, 16));
    }

    @Override
    public Optional<Checkpoints> checkpoints(Cell cell) {
        try {
            OwnedFolder.mark(checkpoints, OwnedFolder.Content.CHECKPOINTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(Checkpoints.in(folders.get(cell)));
    }

    @Override
    public void ended(TrainingRun run, CellResult result) throws IOException {
        if (plan.cells().contains(result.cell())) {
            run.model()
                    .save(
                            model(result.cell()),
                            ThresholdRule.maximalYouden().choose(result.validation()).orHalf(),
                            plan.labels());
        }
    }

    /** The model file of a training; missing if it was trained by an older version. */
    public Path model(Cell cell) {
        return models.resolve(plan.cellName(cell) + ".safetensors");
    }

    /** Writes a card next to each model file, including those of earlier runs. */
    public void writeCards(StudyResult result, List<Composition> compositions, List<String> notes)
            throws IOException {
        ModelCards cards = new ModelCards(plan.seeds().size(), notes);
        for (CellResult cell : result.cells()) {
            Path file = model(cell.cell());
            if (Files.isRegularFile(file)) {
                // The labels may have had different names at the time of training.
                ModelFile.rename(file, plan.labels());
                cards.write(
                        models.resolve(plan.cellName(cell.cell()) + ".md"),
                        file,
                        cell,
                        compositions.stream()
                                .filter(c -> c.condition().equals(cell.cell().condition()))
                                .filter(c -> c.split().equals(cell.cell().split()))
                                .findFirst()
                                .orElseThrow());
            }
        }
    }

    /**
     * Removes checkpoints of trainings that are not part of this study: those with different
     * settings, or with data from which a person was erased.
     *
     * @return the names of their folders
     */
    public List<String> removeStale() throws IOException {
        List<String> removed = new ArrayList<>();
        for (Path folder : kept()) {
            if (!folders.containsValue(folder)) {
                delete(folder);
                removed.add(folder.getFileName().toString());
            }
        }
        return removed;
    }

    /** Removes all checkpoints except those of one training; earlier trainings are finished. */
    void removeAllBut(Cell cell) throws IOException {
        for (Path folder : kept()) {
            if (!folder.equals(folders.get(cell))) {
                delete(folder);
            }
        }
    }

    /** Removes all checkpoints; to be called when all trainings are finished. */
    public void removeAll() throws IOException {
        for (Path folder : kept()) {
            delete(folder);
        }
        if (OwnedFolder.isMarked(checkpoints, OwnedFolder.Content.CHECKPOINTS)) {
            delete(checkpoints);
        }
    }

    /** The folders of checkpoints, never those that somebody else put there. */
    private List<Path> kept() throws IOException {
        if (!OwnedFolder.isMarked(checkpoints, OwnedFolder.Content.CHECKPOINTS)) {
            return List.of();
        }
        List<Path> entries;
        try (Stream<Path> all = Files.list(checkpoints)) {
            entries = all.sorted().toList();
        }
        List<Path> kept = new ArrayList<>();
        for (Path entry : entries) {
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                    && OwnedFolder.isMarked(entry, OwnedFolder.Content.CHECKPOINTS)) {
                kept.add(entry);
            }
        }
        return kept;
    }

    private static void delete(Path folder) throws IOException {
        for (Path file : Checkpoints.delete(folder)) {
            LOG.warn("{} is kept: it is not of a checkpoint", file);
        }
    }

    private String title(Cell cell) {
        return plan.splits().size() == 1 && plan.seeds().size() == 1
                ? cell.condition().title()
                : cell.id();
    }

    /** Returns notes on trainings, of this or earlier runs, that did not end as planned. */
    public List<String> notes() throws IOException {
        List<String> notes = new ArrayList<>();
        for (Cell cell : plan.cells()) {
            Path file = model(cell);
            if (!Files.isRegularFile(file)) {
                notes.add(
                        "There is no model file for "
                                + title(cell)
                                + ": it was removed, or trained by an older version.");
                continue;
            }
            ModelDescription model = ModelFile.describe(file);
            if (TrainingRun.Ending.NOT_FINITE
                    .name()
                    .equals(model.trainedOn().notes().get("ending"))) {
                notes.add(
                        "The training of "
                                + title(cell)
                                + " reached a non-finite value and ended. Its predictions are those"
                                + " of epoch "
                                + model.trainedOn().bestEpoch().map(String::valueOf).orElse("?")
                                + ", the best one until then.");
            }
        }
        return notes;
    }
}
