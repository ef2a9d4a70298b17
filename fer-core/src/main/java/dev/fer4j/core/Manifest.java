package dev.fer4j.core;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The images of one source, and the items of the source that could not be used.
 *
 * @param source the source's name
 * @param samples in a fixed order, with distinct ids
 * @param quarantined items that were found but not used, each with the reason, and remarks on items
 *     that are used ({@link Problem.Kind#isUsed})
 */
public record Manifest(String source, List<Sample> samples, List<Problem> quarantined) {

    public Manifest {
        checkArgument(!source.isBlank(), "a manifest needs its source's name");
        samples = List.copyOf(samples);
        quarantined = List.copyOf(quarantined);
        Set<String> ids = new HashSet<>();
        for (Sample sample : samples) {
            checkArgument(
                    sample.source().equals(source),
                    "sample %s is of source %s, not of %s",
                    sample.id(),
                    sample.source(),
                    source);
            checkArgument(ids.add(sample.id()), "sample id %s occurs twice", sample.id());
        }
    }

    /** The number of problems because of which something is not used. */
    public long notUsed() {
        return quarantined.stream().filter(problem -> !problem.kind().isUsed()).count();
    }

    /**
     * Removes a person from this manifest: their samples and the synthetic samples generated from
     * their recordings. Synthetic samples usually have a separate manifest; to remove a person from
     * a whole study, use {@link Erasure#of}. Quarantine lines are kept.
     *
     * @param participant the person's id, exactly as in the samples
     * @return the erasure, with what remains of this manifest as its only remaining manifest
     */
    public Erasure without(String participant) {
        return Erasure.of(List.of(this), participant);
    }
}
