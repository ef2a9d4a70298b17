package dev.fer4j.eval.study;

import com.google.common.collect.ImmutableSortedMap;
import dev.fer4j.core.Cell;
import dev.fer4j.core.CellResult;
import dev.fer4j.core.InputException;
import dev.fer4j.core.io.HistoryCsv;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.PredictionsFile;
import dev.fer4j.core.io.Sha256;
import dev.fer4j.core.io.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
    private final String history;
    private final Path marker;

    CellFiles(Path folder, Cell cell, String name) {
        this.folder = folder;
        this.cell = cell;
        this.validate = "predictions/" + name + "-validate.jsonl";
        this.test = "predictions/" + name + "-test.jsonl";
        this.history = "history/" + name + ".csv";
        this.marker = folder.resolve("cells").resolve(name + ".json");
    }

    /** The marker of the last run of this cell that ended, if it can be read. */
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

    /** The finished result, or empty if any of its files is missing or not as it was written. */
    Optional<CellResult> read(CellMarker finished) throws IOException {
        if (finished.version() != CellMarker.VERSION
                || !finished.cell().equals(cell.id())
                || !areAsWritten(finished)) {
            return Optional.empty();
        }
        return Optional.of(
                new CellResult(
                        cell,
                        finished.history(),
                        PredictionsFile.read(folder.resolve(validate)),
                        PredictionsFile.read(folder.resolve(test))));
    }

    private boolean areAsWritten(CellMarker finished) throws IOException {
        for (String file : new String[] {validate, test, history}) {
            Path path = folder.resolve(file);
            if (!Files.isRegularFile(path)
                    || !Sha256.of(path).equals(finished.sha256().get(file))) {
                LOG.warn("{} is missing or was changed, so its cell is run again", path);
                return false;
            }
        }
        return true;
    }

    /** Writes everything, the marker last. */
    void write(CellResult result, String fingerprint, int testEvaluations) throws IOException {
        PredictionsFile.write(folder.resolve(validate), result.validation());
        PredictionsFile.write(folder.resolve(test), result.test());
        HistoryCsv.write(folder.resolve(history), result.history());
        Map<String, String> digests =
                ImmutableSortedMap.of(
                        validate, Sha256.of(folder.resolve(validate)),
                        test, Sha256.of(folder.resolve(test)),
                        history, Sha256.of(folder.resolve(history)));
        CellMarker finished =
                new CellMarker(
                        CellMarker.VERSION,
                        cell.id(),
                        fingerprint,
                        testEvaluations,
                        result.history(),
                        digests);
        WholeFile.writeString(marker, Json.pretty(finished));
    }
}
