package dev.fer4j.data.source.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.io.Json;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The lines of an index of images, each of which is a JSON object. */
public final class IndexLines {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private IndexLines() {}

    /**
     * Reads all lines, including blank ones.
     *
     * @param mend the remedy if there are no lines
     * @throws InputException if the file is not UTF-8 or has only blank lines
     */
    public static List<String> read(Path index, String mend) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(index);
        } catch (CharacterCodingException e) {
            throw new InputException(
                    Problem.Kind.UNREADABLE, index, "is not UTF-8", "save it again in UTF-8", e);
        }
        if (!lines.isEmpty() && lines.get(0).startsWith(BYTE_ORDER_MARK)) {
            lines.set(0, lines.get(0).substring(1));
        }
        if (lines.stream().allMatch(String::isBlank)) {
            throw new InputException(Problem.Kind.EMPTY, index, "has no line", mend);
        }
        return lines;
    }

    /** Parses a line; empty if it is blank, or if it is invalid, which is recorded as a problem. */
    public static <T> Optional<T> parse(
            String text, Class<T> type, String where, ImageFolder images) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.parse(text, type, where));
        } catch (InputException e) {
            images.report(
                    Problem.Kind.UNREADABLE, where, "is not a line for an image: " + reason(e));
            return Optional.empty();
        }
    }

    /** Removes the location, which the report adds itself. */
    private static String reason(InputException e) {
        return e.getCause() instanceof JsonProcessingException json
                ? json.getOriginalMessage().lines().findFirst().orElse("")
                : e.getMessage();
    }
}
