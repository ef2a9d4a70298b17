package dev.fer4j.data.manifest;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.OutputException;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.internal.CsvManifest;
import dev.fer4j.data.internal.SampleColumns;
import dev.fer4j.data.internal.SampleCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A manifest's samples as CSV for spreadsheets, one row per sample, with all fields in flat
 * columns.
 *
 * <p>Columns are {@code id, file, label, participant, recording, ad, category, source, origin},
 * followed by those of the origin ({@code clip, frame_index, seconds, repeated} of a {@code
 * video-frame}; {@code location} of a {@code still-image}; {@code parent_recording, parent_frame,
 * generator, seed} of {@code synthetic}), {@code gender, age, license, consent, sha256}, and a
 * column for each custom group with the prefix {@code group.}, for example {@code group.country}.
 * Empty cells are absent values. When reading, columns may be in any order and separated by commas,
 * semicolons or tabs; only {@code id, file, label, participant, recording, source, origin} are
 * required. Without {@code sha256}, digests are computed from the images; with it, every row must
 * have one. Other columns are rejected, since a misspelt column would otherwise be lost. File paths
 * are relative to the CSV's folder if they lie below its parent, otherwise absolute.
 *
 * <p>Samples that are written and read back are equal. Quarantined items have no rows; use JSON
 * lines ({@link dev.fer4j.core.io.ManifestFile}) to keep them. Spreadsheets round integers of more
 * than 15 digits, such as seeds; import that column as text.
 */
public final class ManifestCsv {

    private ManifestCsv() {}

    /**
     * Writes the samples, in their order.
     *
     * @throws OutputException if there are no samples, so that the file could not name its source,
     *     or an optional text is present but empty
     */
    public static void write(Path file, Manifest manifest) throws IOException {
        if (manifest.samples().isEmpty()) {
            throw new OutputException(
                    ("%s: source %s has no samples to write (write the manifest "
                                    + "as JSON lines)")
                            .formatted(file, manifest.source()));
        }
        Path home = file.toAbsolutePath().normalize().getParent();
        List<Map<String, String>> rows = new ArrayList<>();
        for (Sample sample : manifest.samples()) {
            rows.add(SampleColumns.cells(sample, home));
        }
        SampleCsv.write(file, SampleColumns.of(manifest.samples()), rows);
    }

    /**
     * Reads samples into a manifest without quarantined items.
     *
     * @throws InputException if a column is unknown, missing or duplicated, a value is not valid in
     *     its column, ids are repeated, sources differ or a recording has two labels or
     *     participants, naming the file, row, column and expected value; or if there are no rows,
     *     or an image to digest is missing
     */
    public static Manifest read(Path file) throws IOException {
        return CsvManifest.read(file, Sha256::of);
    }
}
