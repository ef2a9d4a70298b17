package dev.fer4j.data.internal;

import static java.util.stream.Collectors.toCollection;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Groups;
import dev.fer4j.core.Origin;
import dev.fer4j.core.OutputException;
import dev.fer4j.core.Sample;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The columns of samples as CSV, and a sample's cells in them. An empty cell is an absent value.
 * Columns of {@link Sample#groups()} have the prefix {@value Groups#COLUMN_PREFIX} and follow the
 * others.
 */
public final class SampleColumns {

    /** All columns in output order. */
    public static final List<String> ALL =
            List.of(
                    "id",
                    "file",
                    "label",
                    "participant",
                    "recording",
                    "ad",
                    "category",
                    "source",
                    "origin",
                    "clip",
                    "frame_index",
                    "seconds",
                    "repeated",
                    "location",
                    "parent_recording",
                    "parent_frame",
                    "generator",
                    "seed",
                    "gender",
                    "age",
                    "license",
                    "consent",
                    "sha256");

    /** The columns that are specific to an origin. */
    static final List<String> OF_ORIGINS =
            ALL.subList(ALL.indexOf("clip"), ALL.indexOf("seed") + 1);

    /** The required columns; the others may be omitted. */
    public static final List<String> REQUIRED =
            List.of("id", "file", "label", "participant", "recording", "source", "origin");

    private SampleColumns() {}

    /** All columns, followed by those of the samples' groups by name. */
    public static List<String> of(Collection<Sample> samples) {
        return Stream.concat(
                        ALL.stream(), groups(samples).stream().map(Groups.COLUMN_PREFIX::concat))
                .toList();
    }

    /** The group columns of any of the samples, by name. */
    public static Set<String> groups(Collection<Sample> samples) {
        return samples.stream()
                .flatMap(sample -> sample.groups().values().keySet().stream())
                .collect(toCollection(TreeSet::new));
    }

    /**
     * Returns a sample's cells by column, without absent values.
     *
     * @param home the CSV file's folder, to which the image is relative if it lies below its parent
     * @throws OutputException if a text is present but empty, which CSV cannot distinguish from an
     *     absent value
     */
    public static Map<String, String> cells(Sample sample, Path home) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("id", sample.id());
        cells.put("file", file(sample.file().normalize(), home));
        cells.put("label", word(sample.label()));
        cells.put("participant", sample.participant());
        cells.put("recording", sample.recording());
        putIfGiven(cells, "ad", sample.ad());
        putIfGiven(cells, "category", sample.category().map(AdCategory::id));
        cells.put("source", sample.source());
        putOrigin(cells, sample.origin());
        putIfGiven(cells, "gender", sample.demographics().gender().map(SampleColumns::word));
        putIfGiven(cells, "age", sample.demographics().age());
        putIfGiven(cells, "license", sample.rights().license());
        putIfGiven(cells, "consent", sample.rights().consent());
        cells.put("sha256", sample.sha256());
        sample.groups()
                .values()
                .forEach((name, its) -> cells.put(Groups.COLUMN_PREFIX + name, its));
        cells.forEach((column, text) -> checkPresent(sample, column, text));
        return cells;
    }

    private static void putOrigin(Map<String, String> cells, Origin origin) {
        if (origin instanceof Origin.VideoFrame frame) {
            cells.put("origin", "video-frame");
            cells.put("clip", frame.clip());
            cells.put("frame_index", Long.toString(frame.frameIndex()));
            cells.put("seconds", Double.toString(frame.seconds()));
            cells.put("repeated", Boolean.toString(frame.repeated()));
        } else if (origin instanceof Origin.StillImage still) {
            cells.put("origin", "still-image");
            cells.put("location", still.location());
        } else if (origin instanceof Origin.Synthetic synthetic) {
            cells.put("origin", "synthetic");
            cells.put("parent_recording", synthetic.parentRecording());
            putIfGiven(cells, "parent_frame", synthetic.parentFrame());
            cells.put("generator", synthetic.generator());
            cells.put("seed", Long.toString(synthetic.seed()));
        }
    }

    private static void putIfGiven(
            Map<String, String> cells, String column, Optional<? extends Object> value) {
        value.ifPresent(given -> cells.put(column, given.toString()));
    }

    private static void checkPresent(Sample sample, String column, String text) {
        if (text.isEmpty()) {
            throw new OutputException(
                    ("sample %s: %s is present and empty, which CSV cannot tell "
                                    + "from absent (make it absent, or write the manifest as JSON "
                                    + "lines)")
                            .formatted(sample.id(), column));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String file(Path file, Path home) {
        Path anchor = home.getParent() == null ? home : home.getParent();
        Path written = file.startsWith(anchor) ? home.relativize(file) : file;
        return written.toString().replace(written.getFileSystem().getSeparator(), "/");
    }
}
