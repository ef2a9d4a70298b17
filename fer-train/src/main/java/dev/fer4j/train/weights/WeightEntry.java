package dev.fer4j.train.weights;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * A line of a {@link WeightsReport}.
 *
 * @param outcome the outcome
 * @param inFile the tensor's name in the file, or of a missing one the name that it should have;
 *     absent if the file has none
 * @param parameter the path of the network's parameter; absent if the network has none
 * @param note shapes, and the reason if any
 */
public record WeightEntry(
        WeightOutcome outcome, Optional<String> inFile, Optional<String> parameter, String note) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LINE = 98;

    public WeightEntry {
        requireNonNull(outcome);
        requireNonNull(note);
        checkArgument(
                inFile.isPresent() || parameter.isPresent(), "an entry names a tensor or weight");
    }

    /**
     * Returns this entry as one line: the outcome, the names, first the file's, and the note. In a
     * long line the network's name is left out.
     */
    public String toText() {
        String text = outcome.name().toLowerCase(Locale.ROOT) + ": " + name();
        String other =
                parameter
                        .filter(path -> inFile.isPresent() && !inFile.get().equals(path))
                        .map(path -> " → " + path)
                        .orElse("");
        String whole = text + other + noteText();
        return whole.length() <= LONGEST_LINE ? whole : text + noteText();
    }

    /** The name in the file, or else in the network; without control characters and not long. */
    String name() {
        String name = inFile.or(() -> parameter).orElseThrow();
        StringBuilder shown = new StringBuilder();
        name.codePoints()
                .map(c -> Character.isISOControl(c) || isFormat(c) ? '\uFFFD' : c)
                .forEach(shown::appendCodePoint);
        int length = shown.length();
        return length <= LONGEST_NAME
                ? shown.toString()
                : shown.substring(0, LONGEST_NAME / 2)
                        + "…"
                        + shown.substring(length - LONGEST_NAME / 2 + 1);
    }

    private static boolean isFormat(int character) {
        return Character.getType(character) == Character.FORMAT;
    }

    /** The note in parentheses; a shape has some of its own. */
    String noteText() {
        return note.isEmpty() ? "" : note.startsWith("(") ? " " + note : " (" + note + ")";
    }
}
