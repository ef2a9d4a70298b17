package dev.fer4j.core;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The images of one source, and the items of the source that could not be used.
 *
 * @param source the source's name
 * @param samples in a fixed order, with distinct ids; all samples of a recording have one label and
 *     one participant, since a recording is one case of evaluation
 * @param quarantined items that were found but not used, each with the reason, and remarks on items
 *     that are used ({@link Problem.Kind#isUsed})
 */
public record Manifest(String source, List<Sample> samples, List<Problem> quarantined) {

    public Manifest {
        checkArgument(!source.isBlank(), "a manifest needs its source's name");
        samples = List.copyOf(samples);
        quarantined = List.copyOf(quarantined);
        Set<String> ids = new HashSet<>();
        Map<String, Sample> recordings = new HashMap<>();
        for (Sample sample : samples) {
            checkArgument(
                    sample.source().equals(source),
                    "sample %s is of source %s, not of %s",
                    sample.id(),
                    sample.source(),
                    source);
            checkArgument(ids.add(sample.id()), "sample id %s occurs twice", sample.id());
            Sample other = recordings.putIfAbsent(sample.recording(), sample);
            checkArgument(
                    other == null
                            || (sample.label() == other.label()
                                    && sample.participant().equals(other.participant())),
                    "recording %s has samples of two labels or participants, %s and %s: give each"
                            + " label and participant its own recording",
                    sample.recording(),
                    other == null ? sample : described(other),
                    described(sample));
        }
    }

    private static String described(Sample sample) {
        return sample.id() + " (" + sample.label() + ", " + sample.participant() + ")";
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
