package dev.fer4j.core.io;

import dev.fer4j.core.Groups;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Predictions as CSV: {@code label} (1 for the positive class, 0 for the negative), {@code score}
 * (the probability of the positive class, in full precision), {@code recording}, {@code
 * participant}, and a column for each kind of group, blank if the sample's group is unknown; its
 * name begins with {@code group.} if it is one that a {@link ScoreColumn} is known by. Rows are in
 * the order of the samples.
 */
public final class PredictionsCsv {

    private PredictionsCsv() {}

    /** Writes a complete file in UTF-8. */
    public static void write(Path file, Predictions predictions) throws IOException {
        Set<String> groups = new TreeSet<>();
        predictions.all().forEach(prediction -> groups.addAll(prediction.groups().keySet()));
        List<String> header =
                new ArrayList<>(List.of("label", "score", "recording", "participant"));
        groups.forEach(group -> header.add(column(group)));
        CsvRows.write(file, header, predictions.all().stream().map(one -> cells(one, groups)));
    }

    /** A name that would be taken for another column has the prefix of groups. */
    private static String column(String group) {
        return ScoreColumn.of(group).isPresent() ? Groups.COLUMN_PREFIX + group : group;
    }

    private static List<String> cells(Prediction one, Set<String> groups) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(one.label().asTarget()));
        cells.add(Double.toString(one.probability()));
        cells.add(one.recording());
        cells.add(one.participant());
        groups.forEach(group -> cells.add(one.groups().getOrDefault(group, "")));
        return cells;
    }
}
