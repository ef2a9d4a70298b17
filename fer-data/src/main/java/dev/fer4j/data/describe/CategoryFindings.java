package dev.fer4j.data.describe;

import static java.util.stream.Collectors.toCollection;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.Problem;
import dev.fer4j.data.internal.LeftOutRecording;
import dev.fer4j.data.internal.RelativePath;
import dev.fer4j.data.source.NeuroBioSensePlace;
import dev.fer4j.data.source.Recording;
import dev.fer4j.data.source.SourceListing;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The contents of a listing for one category, and its problems there.
 *
 * @param recordings of the category
 * @param items recordings and stills of the category
 * @param problems the problems whose subject lies in a folder of the category
 * @param unknownFolders names of category folders that do not match a known category
 * @param folder the listing's folder
 */
record CategoryFindings(
        AdCategory category,
        List<Recording> recordings,
        List<Item> items,
        List<Problem> problems,
        Set<String> unknownFolders,
        Path folder) {

    private static final int EMOTION_LEVEL = 4;

    static CategoryFindings of(SourceListing listing, AdCategory category) {
        return new CategoryFindings(
                category,
                listing.recordings().stream()
                        .filter(recording -> recording.category().equals(Optional.of(category)))
                        .toList(),
                Item.all(listing).stream()
                        .filter(item -> item.category().equals(Optional.of(category)))
                        .toList(),
                listing.problems().stream()
                        .filter(
                                problem ->
                                        place(problem)
                                                .flatMap(NeuroBioSensePlace::category)
                                                .equals(Optional.of(category)))
                        .toList(),
                listing.problems().stream()
                        .filter(problem -> problem.kind() == Problem.Kind.UNKNOWN_CATEGORY)
                        .flatMap(problem -> place(problem).stream())
                        .map(NeuroBioSensePlace::categoryFolder)
                        .collect(toCollection(TreeSet::new)),
                listing.folder());
    }

    private static Optional<NeuroBioSensePlace> place(Problem problem) {
        return NeuroBioSensePlace.of(problem.subject());
    }

    int clips() {
        return recordings.stream().mapToInt(recording -> recording.clips().size()).sum();
    }

    int stills() {
        return items.size() - recordings.size();
    }

    /** The folders that contain clips of recordings. */
    Set<String> folders() {
        Set<String> folders = new HashSet<>();
        recordings.stream()
                .flatMap(recording -> recording.clips().stream())
                .forEach(clip -> folders.add(RelativePath.of(folder, clip.getParent())));
        return folders;
    }

    /** Whether each clip is a recording, even where several share a folder. */
    boolean countsFiles() {
        return recordings.size() == clips() && folders().size() < clips();
    }

    Set<String> participants() {
        Set<String> participants = new TreeSet<>();
        items.forEach(item -> participants.add(item.participant()));
        return participants;
    }

    /** The participants with problems in one of their folders. */
    Set<String> participantsWithProblems() {
        Set<String> participants = new TreeSet<>();
        problems.stream()
                .flatMap(
                        problem -> place(problem).flatMap(NeuroBioSensePlace::participant).stream())
                .forEach(participants::add);
        return participants;
    }

    int interested() {
        return (int) items.stream().filter(item -> item.label() == Label.INTERESTED).count();
    }

    /**
     * The numbers of recordings that are not listed, by kind of problem.
     *
     * @param byFolder whether the files of a folder count as one, or as none if the folder is
     *     listed
     */
    Map<Problem.Kind, Integer> leftOut(boolean byFolder) {
        Set<String> listed = folders();
        Map<Problem.Kind, Set<String>> subjects = new EnumMap<>(Problem.Kind.class);
        Stream<Problem> losses = problems.stream().filter(LeftOutRecording::isNamedIn);
        losses.forEach(
                problem -> {
                    String subject = byFolder ? emotionFolder(problem) : problem.subject();
                    if (!byFolder || !listed.contains(subject)) {
                        subjects.computeIfAbsent(problem.kind(), kind -> new HashSet<>())
                                .add(subject);
                    }
                });
        Map<Problem.Kind, Integer> counts = new EnumMap<>(Problem.Kind.class);
        subjects.forEach((kind, some) -> counts.put(kind, some.size()));
        return counts;
    }

    private static String emotionFolder(Problem problem) {
        String subject = problem.subject();
        return place(problem).orElseThrow().depth() > EMOTION_LEVEL
                ? subject.substring(0, subject.lastIndexOf('/'))
                : subject;
    }

    /** The number of emotion folders without a clip. */
    int emptyFolders() {
        return (int) ofKind(Problem.Kind.EMPTY).filter(CategoryFindings::isEmotionFolder).count();
    }

    /** The number of empty folders of participants, ads or the category. */
    int emptyBranches() {
        return (int) ofKind(Problem.Kind.EMPTY).count() - emptyFolders();
    }

    /** The number of folders and clips that are misplaced in the layout. */
    int misplaced() {
        return (int) ofKind(Problem.Kind.UNEXPECTED_LAYOUT).count();
    }

    private Stream<Problem> ofKind(Problem.Kind kind) {
        return problems.stream().filter(problem -> problem.kind() == kind);
    }

    private static boolean isEmotionFolder(Problem problem) {
        return place(problem).orElseThrow().depth() == EMOTION_LEVEL;
    }

    static int sum(Collection<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
