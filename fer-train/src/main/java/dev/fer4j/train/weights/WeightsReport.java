package dev.fer4j.train.weights;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The outcome of loading for every weight of a network and every tensor of a file.
 *
 * @param file name of the file
 * @param sha256 SHA-256 of the file
 * @param metadata the file's metadata
 * @param entries the network's weights in its order, then the remaining tensors of the file
 * @param notes remarks that do not prevent loading
 */
public record WeightsReport(
        String file,
        WeightFormat format,
        String sha256,
        Map<String, String> metadata,
        List<WeightEntry> entries,
        List<String> notes) {

    /** Maximum number of entries per outcome that {@link #toText()} lists. */
    private static final int LISTED = 10;

    public WeightsReport {
        requireNonNull(file);
        requireNonNull(format);
        requireNonNull(sha256);
        metadata = ImmutableSortedMap.copyOf(metadata, Comparator.naturalOrder());
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
    }

    /** The number of entries with this outcome. */
    public int count(WeightOutcome outcome) {
        return entries(outcome).size();
    }

    /** The entries with this outcome. */
    public List<WeightEntry> entries(WeightOutcome outcome) {
        return entries.stream().filter(entry -> entry.outcome() == outcome).toList();
    }

    /** Whether every weight of the network gets a value, apart from a head that may be kept. */
    public boolean complete() {
        return entries.stream().allMatch(entry -> entry.outcome().acceptable());
    }

    /**
     * Returns the counts on one line, then notes, then the entries that were not loaded unchanged,
     * at most ten per outcome.
     */
    public String toText() {
        Map<WeightOutcome, Integer> counts = new EnumMap<>(WeightOutcome.class);
        for (WeightOutcome outcome : WeightOutcome.values()) {
            counts.put(outcome, count(outcome));
        }
        StringBuilder text = new StringBuilder();
        text.append(file).append(" (").append(format).append("): ");
        text.append(
                counts.entrySet().stream()
                        .map(
                                count ->
                                        count.getValue()
                                                + " "
                                                + count.getKey().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
        notes.forEach(note -> text.append("\n  note: ").append(note));
        for (WeightOutcome outcome : WeightOutcome.values()) {
            if (outcome != WeightOutcome.LOADED && outcome != WeightOutcome.RESHAPED) {
                List<WeightEntry> found = entries(outcome);
                found.stream()
                        .limit(LISTED)
                        .forEach(entry -> text.append("\n  ").append(entry.toText()));
                if (found.size() > LISTED) {
                    text.append("\n  … and ").append(found.size() - LISTED).append(" more");
                }
            }
        }
        return text.append('\n').toString();
    }
}
