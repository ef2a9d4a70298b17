package dev.fer4j.examples.study.train;

import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.io.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Predictions as CSV: {@code label} (1 for the positive class, 0 for the other), {@code score} (the
 * probability of the positive class, in full precision), {@code recording}, {@code participant},
 * and a column for each kind of group, blank where a sample's is unknown. Rows are in the order of
 * the samples.
 */
final class PredictionsCsv {

    private PredictionsCsv() {}

    static void write(Path file, Predictions predictions) throws IOException {
        Set<String> groups = new TreeSet<>();
        predictions.all().forEach(prediction -> groups.addAll(prediction.groups().keySet()));
        Stream<String> header =
                Stream.concat(
                        Stream.of("label", "score", "recording", "participant"), groups.stream());
        WholeFile.writeString(
                file,
                Stream.concat(
                                Stream.of(line(header)),
                                predictions.all().stream().map(one -> line(cells(one, groups))))
                        .collect(Collectors.joining()));
    }

    private static Stream<String> cells(Prediction one, Set<String> groups) {
        return Stream.concat(
                List.of(
                        Integer.toString(one.label().asTarget()),
                        Double.toString(one.probability()),
                        one.recording(),
                        one.participant())
                        .stream(),
                groups.stream().map(group -> one.groups().getOrDefault(group, "")));
    }

    private static String line(Stream<String> cells) {
        return cells.map(PredictionsCsv::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
