package dev.fer4j.data.manifest;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.OutputException;
import dev.fer4j.core.Sample;
import dev.fer4j.core.io.Sha256;
import dev.fer4j.data.internal.SampleColumns;
import dev.fer4j.data.internal.SampleCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A manifest's samples as CSV for spreadsheets, one row a sample, all fields flat.
 *
 * <p>Columns are {@code id, file, label, participant, recording, ad, category, source, origin},
 * then those of the origin ({@code clip, frame_index, seconds, repeated} of a {@code video-frame};
 * {@code location} of a {@code still-image}; {@code parent_recording, parent_frame, generator,
 * seed} of {@code synthetic}), {@code gender, age, license, consent, sha256}, and a column for each
 * of one's own groups, whose name begins with {@code group.}: {@code group.country}. Empty is
 * absent. Reading takes the columns in any order, also separated by semicolons or tabs; only {@code
 * id, file, label, participant, recording, source, origin} must be there. Without {@code sha256}
 * the images are read and digested; with it every row needs one. Other columns are refused, since a
 * misspelt one would be lost otherwise. Files are relative to the CSV's folder where they lie below
 * its parent, else absolute.
 *
 * <p>What is written is read back equal, but for what was quarantined, which has no row: JSON lines
 * ({@link dev.fer4j.core.io.ManifestFile}) keep that. Spreadsheets round whole numbers of more than
 * 15 digits, such as seeds; import that column as text.
 */
public final class ManifestCsv {

    private ManifestCsv() {}

    /**
     * Writes the samples, in their order.
     *
     * @throws OutputException if there is no sample, so that the file could not name its source, or
     *     an optional text is present and empty
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
     * Reads samples; nothing is quarantined in the manifest.
     *
     * @throws InputException if a column is unknown, missing or there twice, a value is not what
     *     its column takes, ids repeat or sources differ: naming file, row, column and what was
     *     expected; or if there is no row, or no image to digest
     */
    public static Manifest read(Path file) throws IOException {
        List<Sample> samples = SampleCsv.read(file, Sha256::of);
        return new Manifest(samples.get(0).source(), samples, List.of());
    }
}
