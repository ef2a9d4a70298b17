package dev.fer4j.data.internal;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Manifests as CSV, which have no quarantined items. */
public final class CsvManifest {

    private CsvManifest() {}

    /**
     * Reads a manifest.
     *
     * @param digests used if there is no column {@code sha256}
     * @throws InputException if the file cannot be read, or a recording has two labels or
     *     participants
     */
    public static Manifest read(Path file, SampleCsv.Digests digests) throws IOException {
        List<Sample> samples = SampleCsv.read(file, digests);
        try {
            return new Manifest(samples.get(0).source(), samples, List.of());
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    Problem.Kind.DUPLICATE, file, e.getMessage(), "correct the file", e);
        }
    }
}
