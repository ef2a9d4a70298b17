package dev.fer4j.core.io;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Problem;
import dev.fer4j.core.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Predictions as JSON lines: a header that names the positive class and the number of lines, then a
 * line for each prediction.
 */
public final class PredictionsFile {

    private static final String FORMAT = "fer4j-predictions";
    private static final int VERSION = 1;

    private record Header(String format, int version, Label positive, int predictions) {}

    private PredictionsFile() {}

    /** Writes predictions. */
    public static void write(Path file, Predictions predictions) throws IOException {
        String header = Json.line(new Header(FORMAT, VERSION, Label.POSITIVE, predictions.size()));
        WholeFile.writeString(
                file,
                predictions.all().stream()
                        .map(Json::line)
                        .collect(Collectors.joining("\n", header + "\n", "\n")));
    }

    /**
     * Reads predictions.
     *
     * @throws InputException if the file does not contain predictions of this version, or is
     *     truncated
     */
    public static Predictions read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Header header =
                Json.parse(lines.isEmpty() ? "" : lines.get(0), Header.class, file + " line 1");
        if (!header.format().equals(FORMAT)
                || header.version() != VERSION
                || header.positive() != Label.POSITIVE
                || header.predictions() != lines.size() - 1) {
            throw new InputException(
                    Problem.Kind.UNREADABLE,
                    file,
                    "holds %s lines under the header %s; expected %s %s"
                            .formatted(lines.size() - 1, Json.line(header), FORMAT, VERSION),
                    "delete it; it will be created again");
        }
        return new Predictions(
                IntStream.range(1, lines.size())
                        .mapToObj(
                                i ->
                                        Json.parse(
                                                lines.get(i),
                                                Prediction.class,
                                                file + " line " + (i + 1)))
                        .toList());
    }
}
