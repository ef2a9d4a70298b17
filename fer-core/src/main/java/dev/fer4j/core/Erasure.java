package dev.fer4j.core;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableList;

import com.google.common.collect.ImmutableSortedMap;
import dev.fer4j.core.people.PersonId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The result of a person's withdrawal: the remaining manifests and the removed samples (paper,
 * section 8; GDPR article 17, CCPA section 1798.105).
 *
 * <p>Removed are the person's samples and every synthetic sample generated from one of their
 * recordings, directly or through another synthetic sample, whichever manifest contains them.
 * Recordings are identified by id, so all manifests of a study must be given at once.
 *
 * <p>The following is left to the caller: quarantine lines, which are unchanged even if they name
 * the person's recordings; the source's own clips and questionnaire, from which another ingestion
 * would restore the images; existing copies of manifests; decoded images that training caches in a
 * folder (a study removes them when it is run again); trained models; and results computed from
 * them.
 *
 * @param participant the person
 * @param remaining the given manifests, in the same order, without the removed samples
 * @param removed the removed samples, in the manifests' order; empty if the person has none
 */
public record Erasure(String participant, List<Manifest> remaining, List<Sample> removed) {

    public Erasure {
        participant = PersonId.normal(participant);
        remaining = List.copyOf(remaining);
        removed = List.copyOf(removed);
        for (Manifest manifest : remaining) {
            for (Sample sample : manifest.samples()) {
                checkArgument(
                        !sample.participant().equals(participant),
                        "sample %s of participant %s remains",
                        sample.id(),
                        participant);
            }
        }
    }

    /**
     * Removes a person from all manifests of a study.
     *
     * @param id the person's id as in the samples, except for what {@link PersonId} normalizes
     */
    public static Erasure of(List<Manifest> manifests, String id) {
        String participant = PersonId.normal(id);
        Set<String> recordings = recordings(manifests, participant);
        List<Manifest> remaining = new ArrayList<>();
        List<Sample> removed = new ArrayList<>();
        for (Manifest manifest : manifests) {
            List<Sample> kept = new ArrayList<>();
            for (Sample sample : manifest.samples()) {
                (isOf(participant, recordings, sample) ? removed : kept).add(sample);
            }
            remaining.add(new Manifest(manifest.source(), kept, manifest.quarantined()));
        }
        return new Erasure(participant, remaining, removed);
    }

    /** The person's recordings and the series of images generated from them, to any depth. */
    private static Set<String> recordings(List<Manifest> manifests, String participant) {
        Set<String> recordings = new HashSet<>();
        int before;
        do {
            before = recordings.size();
            for (Manifest manifest : manifests) {
                for (Sample sample : manifest.samples()) {
                    if (isOf(participant, recordings, sample)) {
                        recordings.add(sample.recording());
                    }
                }
            }
        } while (recordings.size() > before);
        return recordings;
    }

    private static boolean isOf(String participant, Set<String> recordings, Sample sample) {
        return sample.participant().equals(participant)
                || (sample.origin() instanceof Origin.Synthetic synthetic
                        && recordings.contains(synthetic.parentRecording()));
    }

    /** The ids of the removed samples by source, the sources in alphabetical order. */
    public Map<String, List<String>> removedIds() {
        return ImmutableSortedMap.copyOf(
                removed.stream()
                        .collect(
                                groupingBy(
                                        Sample::source,
                                        mapping(Sample::id, toUnmodifiableList()))));
    }

    /**
     * The image files to delete, without duplicates, in the order of {@link #removed()}. The {@link
     * #sharedFiles()} are excluded.
     */
    public List<Path> files() {
        Set<Path> needed = neededFiles();
        return removedFiles().filter(file -> !needed.contains(file)).toList();
    }

    /**
     * The image files of removed samples that a remaining sample also refers to, which means that
     * the manifests assign one image to two people. They are not deleted, since deletion cannot be
     * undone and whose images they are must be decided by hand.
     */
    public List<Path> sharedFiles() {
        Set<Path> needed = neededFiles();
        return removedFiles().filter(needed::contains).toList();
    }

    private Stream<Path> removedFiles() {
        return removed.stream().map(sample -> sample.file().normalize()).distinct();
    }

    private Set<Path> neededFiles() {
        Set<Path> needed = new HashSet<>();
        for (Manifest manifest : remaining) {
            manifest.samples().forEach(sample -> needed.add(sample.file().normalize()));
        }
        return needed;
    }
}
