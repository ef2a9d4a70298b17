package dev.fer4j.eval.study;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.fer4j.core.design.TrainingHistory;
import java.util.Map;

/**
 * Marks a cell as finished. It is written after all of the cell's files, so that a cell without a
 * marker is unfinished.
 *
 * @param version the version of this format
 * @param cell the cell's id
 * @param fingerprint the fingerprint of everything that the result depends on
 * @param testEvaluations how often this cell has predicted its test split in this folder: 1, or
 *     more if it had to be run again
 * @param history loss and accuracy by epoch
 * @param sha256 SHA-256 digests of the cell's files, by path relative to the study's folder
 */
record CellMarker(
        int version,
        String cell,
        String fingerprint,
        int testEvaluations,
        TrainingHistory history,
        Map<String, String> sha256) {

    static final int VERSION = 1;

    CellMarker {
        requireNonNull(cell);
        requireNonNull(fingerprint);
        requireNonNull(history);
        checkArgument(testEvaluations >= 1, "a finished cell has predicted its test split");
        sha256 = ImmutableSortedMap.copyOf(sha256);
    }
}
