package dev.fer4j.core.io;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;

/** A training history as JSON lines, one per epoch, for further processing. */
public final class HistoryJsonLines {

    private HistoryJsonLines() {}

    /** Writes the fields of each epoch; undefined areas are omitted. */
    public static void write(Path file, TrainingHistory history) throws IOException {
        WholeFile.writeString(
                file,
                history.epochs().stream().map(epoch -> Json.line(epoch) + "\n").collect(joining()));
    }
}
