package dev.fer4j.core;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableList;

import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The manifests after a person has withdrawn, and what was removed (paper, section 8; GDPR article
 * 17, CCPA section 1798.105).
 *
 * <p>The person's samples are removed, and every synthetic sample made from one of their
 * recordings, directly or through another synthetic sample, whichever manifest contains them.
 * Recordings are identified by their ids, so give all manifests of a study at once.
 *
 * <p>Out of scope, and left to the caller: quarantine lines, which stay as they are even if they
 * name the person's recordings; the source's own clips and questionnaire, from which a new
 * ingestion would bring the images back; copies of manifests already written; decoded images that
 * training keeps in a folder (a study removes them when it is run again); models already trained;
 * and what was computed from them.
 *
 * @param participant the person
 * @param remaining all manifests that were given, in their order, without what was taken out
 * @param removed what was taken out, in the manifests' order; empty if none of it was the person's
 */
public record Erasure(String participant, List<Manifest> remaining, List<Sample> removed) {

    public Erasure {
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
     * Takes a person out of all manifests of a study.
     *
     * @param participant the person's id, exactly as the samples carry it
     */
    public static Erasure of(List<Manifest> manifests, String participant) {
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

    /** The person's recordings, and the series of images made from them, to any depth. */
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

    /** The ids that were taken out, by source; sources in alphabetical order. */
    public Map<String, List<String>> removedIds() {
        return ImmutableSortedMap.copyOf(
                removed.stream()
                        .collect(
                                groupingBy(
                                        Sample::source,
                                        mapping(Sample::id, toUnmodifiableList()))));
    }

    /**
     * The images to delete, each once, in the order of {@link #removed()}. Not among them are those
     * of {@link #sharedFiles()}.
     */
    public List<Path> files() {
        Set<Path> needed = neededFiles();
        return removedFiles().filter(file -> !needed.contains(file)).toList();
    }

    /**
     * Images of what was taken out that a remaining sample names as well, which contradicts the
     * manifests: one picture is then labelled as two people. They are not deleted, since that
     * cannot be undone; whose they are is for a person to decide.
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

    /**
     * Deletes the images of {@link #files()} and nothing else: of a link the link, never what it
     * points to; a folder is left alone. A second call finds everything gone and says so.
     *
     * @return one problem for each file that was already gone, was a link whose target stays, is a
     *     folder, or is shared with a remaining sample; empty if all of them were deleted
     * @throws OutputException if files cannot be deleted, naming them; all others have been
     */
    public List<Problem> deleteFiles() {
        List<Problem> problems = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (Path file : files()) {
            try {
                delete(file, problems);
            } catch (IOException e) {
                failures.add(file + " (" + e.getClass().getSimpleName() + ")");
            }
        }
        for (Path file : sharedFiles()) {
            problems.add(
                    new Problem(
                            Problem.Kind.DUPLICATE,
                            file.toString(),
                            "is kept, since samples of another person refer to it too",
                            "find out whom it shows and delete it by hand if it shows "
                                    + participant));
        }
        if (!failures.isEmpty()) {
            throw new OutputException(
                    ("images of %s could not be deleted: %s (allow writing to "
                                    + "their folders and delete again)")
                            .formatted(participant, String.join(", ", failures)));
        }
        return List.copyOf(problems);
    }

    private static void delete(Path file, List<Problem> problems) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            problems.add(
                    new Problem(
                            Problem.Kind.UNEXPECTED_LAYOUT,
                            file.toString(),
                            "is a folder, not an image, and is kept",
                            "inspect it and delete it by hand"));
            return;
        }
        if (Files.isSymbolicLink(file)) {
            problems.add(
                    new Problem(
                            Problem.Kind.UNEXPECTED_LAYOUT,
                            file.toString(),
                            "was a link and is deleted; its target remains: "
                                    + Files.readSymbolicLink(file),
                            "delete the target by hand if it shows the person"));
        }
        try {
            Files.delete(file);
        } catch (NoSuchFileException e) {
            problems.add(
                    new Problem(Problem.Kind.MISSING, file.toString(), "was already gone", ""));
        }
    }
}
