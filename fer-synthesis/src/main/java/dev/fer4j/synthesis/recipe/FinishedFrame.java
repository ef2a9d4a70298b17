package dev.fer4j.synthesis.recipe;

import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import dev.fer4j.synthesis.projection.Projection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The record of a finished frame.
 *
 * @param fingerprint digest of everything that the images depend on
 * @param frame the frame's id
 */
record FinishedFrame(
        String fingerprint,
        String frame,
        boolean converged,
        double pixelDifference,
        List<Projection.Point> trajectory,
        List<Double> styles) {

    /** The file that marks a recording's folder as a finished one of a recipe. */
    static final String NAME = "projection.json";

    static FinishedFrame of(String fingerprint, String frame, Projection projection) {
        return new FinishedFrame(
                fingerprint,
                frame,
                projection.converged(),
                projection.pixelDifference(),
                projection.trajectory(),
                projection.styles());
    }

    /** The record in a folder, if it has one with this fingerprint. */
    static Optional<FinishedFrame> read(Path folder, String fingerprint) throws IOException {
        Path file = folder.resolve(NAME);
        return Files.isRegularFile(file)
                ? Optional.of(Json.read(file, FinishedFrame.class))
                        .filter(before -> before.fingerprint().equals(fingerprint))
                : Optional.empty();
    }

    void write(Path folder) throws IOException {
        WholeFile.writeString(folder.resolve(NAME), Json.pretty(this));
    }
}
