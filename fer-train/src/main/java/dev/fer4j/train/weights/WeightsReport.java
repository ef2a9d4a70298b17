package dev.fer4j.train.weights;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

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

    /** The number of the file's tensors that the network has a weight for. */
    int matches() {
        return count(WeightOutcome.LOADED)
                + count(WeightOutcome.RESHAPED)
                + count(WeightOutcome.UNFIT);
    }

    /** Whether every weight of the network gets a value, apart from a head that may be kept. */
    public boolean complete() {
        return entries.stream().allMatch(entry -> entry.outcome().acceptable());
    }

    /**
     * Returns the counts, then notes, then the entries that were not loaded unchanged: of those
     * that prevent loading the first few and how many more there are, of the others a line for each
     * reason. At most 22 lines of about 100 characters.
     */
    public String toText() {
        return new WeightsText(this).text();
    }
}
