package dev.fer4j.core;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The images of one source, and what of the source could not be used.
 *
 * @param source the source's name
 * @param samples in a fixed order, with ids that differ
 * @param quarantined what was found and not used, each with its reason
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

    /**
     * Takes a person out of this manifest: their samples, and the synthetic ones made from their
     * recordings. Synthetic samples usually have a separate manifest: to take the person out of a
     * whole study, use {@link Erasure#of}. Quarantine lines stay.
     *
     * @param participant the person's id, exactly as the samples carry it
     * @return with this manifest's rest as the only remaining one
     */
    public Erasure without(String participant) {
        return Erasure.of(List.of(this), participant);
    }
}
