package dev.fer4j.eval.study;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.design.Cell;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.Sha256;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The request to a process, as JSON.
 *
 * @param version of this format
 * @param cell which training
 * @param folder where its files are to be put, absolute
 * @param lifetime whether the process is to end with the one that started it
 * @param graceMillis how long it may take to end then, in milliseconds
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

    /** Where both sides find the result. */
    CellFiles files() {
        return new CellFiles(folder, cell, "cell");
    }

    /** Tells this cell's result from any other's. */
    String fingerprint() {
        return Sha256.of(Json.line(cell));
    }
}
