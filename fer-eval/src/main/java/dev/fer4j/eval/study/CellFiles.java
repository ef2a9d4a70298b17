package dev.fer4j.eval.study;

import com.google.common.collect.ImmutableSortedMap;
import dev.fer4j.core.InputException;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.HistoryCsv;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.PredictionsFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of one cell in a study's folder. */
final class CellFiles {

    private static final Logger LOG = LoggerFactory.getLogger(CellFiles.class);

    private final Path folder;
    private final Cell cell;
    private final String validate;
    private final String test;
    private final String seen;
    private final String history;
    private final Path marker;

    CellFiles(Path folder, Cell cell, String name) {
        this.folder = folder;
        this.cell = cell;
        this.validate = "predictions/" + name + "-validate.jsonl";
        this.test = "predictions/" + name + "-test.jsonl";
        this.seen = "predictions/" + name + "-seen.jsonl";
        this.history = "history/" + name + ".csv";
        this.marker = folder.resolve("cells").resolve(name + ".json");
    }

    /**
     * How often the cell is known to have predicted its test split: the count in its marker, or 1
     * if the marker cannot be read.
     */
    int testEvaluations() throws IOException {
        if (!Files.exists(marker)) {
            return 0;
        }
        try {
            return Json.read(marker, CellMarker.class).testEvaluations();
        } catch (InputException | CharacterCodingException e) {
            return 1;
        }
    }

    /** The marker of the last completed run of this cell, if it can be read. */
    Optional<CellMarker> readMarker() throws IOException {
        if (!Files.exists(marker)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(marker, CellMarker.class));
        } catch (InputException | CharacterCodingException e) {
            LOG.warn("{} cannot be read, so the cell is run again: {}", marker, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * The finished result, or empty if it belongs to another cell, or any of its files is missing
     * or was modified.
     */
    Optional<CellResult> read(CellMarker finished) throws IOException {
        if (finished.version() != CellMarker.VERSION
                || !finished.cell().equals(cell.id())
                || !areAsWritten(finished)) {
            return Optional.empty();
        }
        CellResult result =
                new CellResult(
                        cell,
                        finished.history(),
                        PredictionsFile.read(folder.resolve(validate)),
                        PredictionsFile.read(folder.resolve(test)));
        return Optional.of(
                finished.sha256().containsKey(seen)
                        ? result.withSeen(PredictionsFile.read(folder.resolve(seen)))
                        : result);
    }

    private boolean areAsWritten(CellMarker finished) throws IOException {
        List<String> files = new ArrayList<>(List.of(validate, test, history));
        if (finished.sha256().containsKey(seen)) {
            files.add(seen);
        }
        for (String file : files) {
            Path path = folder.resolve(file);
            if (!Files.isRegularFile(path)
                    || !Sha256.of(path).equals(finished.sha256().get(file))) {
                LOG.warn("{} is missing or was changed, so its cell is run again", path);
                return false;
            }
        }
        return true;
    }

    /** Writes all files, the marker last. */
    void write(CellResult result, String fingerprint, int testEvaluations) throws IOException {
        PredictionsFile.write(folder.resolve(validate), result.validation());
        PredictionsFile.write(folder.resolve(test), result.test());
        HistoryCsv.write(folder.resolve(history), result.history());
        ImmutableSortedMap.Builder<String, String> digests = ImmutableSortedMap.naturalOrder();
        for (String file : List.of(validate, test, history)) {
            digests.put(file, Sha256.of(folder.resolve(file)));
        }
        if (result.seen().isPresent()) {
            PredictionsFile.write(folder.resolve(seen), result.seen().get());
            digests.put(seen, Sha256.of(folder.resolve(seen)));
        } else {
            OwnedFolder.deleteResult(folder.resolve(seen));
        }
        CellMarker finished =
                new CellMarker(
                        CellMarker.VERSION,
                        cell.id(),
                        fingerprint,
                        testEvaluations,
                        result.history(),
                        digests.build());
        WholeFile.writeString(marker, Json.pretty(finished));
    }
}
