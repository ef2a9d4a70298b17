package dev.fer4j.eval.study;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.design.Cell;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.io.Json;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The request to a process, as JSON.
 *
 * @param version the version of this format
 * @param cell the training to run
 * @param folder absolute path of the folder for its files
 * @param lifetime whether the process ends with the one that started it
 * @param graceMillis how long it may take to terminate then, in milliseconds
 */
record CellRequest(
        int version, Cell cell, Path folder, ForkedCellRunner.Lifetime lifetime, long graceMillis) {

    static final int VERSION = 1;

    CellRequest {
        checkArgument(
                version == VERSION,
                "version %s, expected %s: parent and child have different versions of fer4j",
                version,
                VERSION);
        requireNonNull(cell);
        requireNonNull(folder);
        requireNonNull(lifetime);
    }

    static CellRequest of(
            Cell cell, Path folder, ForkedCellRunner.Lifetime lifetime, Duration grace) {
        return new CellRequest(VERSION, cell, folder, lifetime, grace.toMillis());
    }

    Duration grace() {
        return Duration.ofMillis(graceMillis);
    }

    /** The result's files, as both sides see them. */
    CellFiles files() {
        return new CellFiles(folder, cell, "cell");
    }

    /** Distinguishes this cell's result from any other's. */
    String fingerprint() {
        return Sha256.of(Json.line(cell));
    }
}
