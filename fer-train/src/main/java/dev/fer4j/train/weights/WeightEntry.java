package dev.fer4j.train.weights;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * A line of a {@link WeightsReport}.
 *
 * @param outcome the outcome
 * @param inFile the tensor's name in the file; absent if the file has none
 * @param parameter the path of the network's parameter; absent if the network has none
 * @param note shapes, and the reason if any
 */
public record WeightEntry(
        WeightOutcome outcome, Optional<String> inFile, Optional<String> parameter, String note) {

    public WeightEntry {
        requireNonNull(outcome);
        requireNonNull(note);
        checkArgument(
                inFile.isPresent() || parameter.isPresent(), "an entry names a tensor or weight");
    }

    /** Returns this entry as one line. */
    public String toText() {
        return outcome.name().toLowerCase(Locale.ROOT)
                + ": "
                + inFile.orElse("-")
                + " → "
                + parameter.orElse("-")
                + (note.isEmpty() ? "" : " (" + note + ")");
    }
}
