package dev.fer4j.data.composition;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.people.SimilarIds;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The leakage checks of a composition: what was compared and what occurs in more than one split.
 *
 * @param checks one for each kind, in the order of the kinds
 */
public record LeakageReport(List<LeakageCheck> checks) {

    public LeakageReport {
        checks = List.copyOf(checks);
    }

    /** Compares people, recordings, digests and synthetic parents, without reading files. */
    static LeakageReport of(Map<Split, List<Sample>> samples) {
        ImmutableList.Builder<LeakageCheck> checks = ImmutableList.builder();
        checks.add(
                check(
                        LeakageKind.PARTICIPANT,
                        samples,
                        sample -> Optional.of(sample.participant())),
                check(LeakageKind.RECORDING, samples, sample -> Optional.of(sample.recording())),
                check(LeakageKind.IDENTICAL_FILE, samples, sample -> Optional.of(sample.sha256())),
                parents(samples));
        LeakageCheck similar = similar(samples);
        if (similar.found() > 0) {
            checks.add(similar);
        }
        return new LeakageReport(checks.build());
    }

    /** Returns a copy with an additional check. */
    LeakageReport with(LeakageCheck check) {
        return new LeakageReport(
                ImmutableList.<LeakageCheck>builder().addAll(checks).add(check).build());
    }

    /** Returns a copy in which the kinds that a gate allows are marked as allowed. */
    LeakageReport allowing(LeakageGate gate) {
        return new LeakageReport(
                checks.stream()
                        .map(
                                check ->
                                        new LeakageCheck(
                                                check.kind(),
                                                check.compared(),
                                                check.found(),
                                                check.leaks(),
                                                gate.reason(check.kind())))
                        .toList());
    }

    /** Whether there are no leaks at all, not even allowed ones. */
    public boolean isClean() {
        return checks.stream().allMatch(check -> check.found() == 0);
    }

    /** One or two sentences for reports: what was compared, and which leaks were allowed. */
    public String statement() {
        List<String> sentences = new ArrayList<>();
        List<LeakageCheck> clean = checks.stream().filter(check -> check.found() == 0).toList();
        if (!clean.isEmpty()) {
            sentences.add(
                    clean.stream()
                            .map(check -> check.kind().noun() + " (of " + check.compared() + ")")
                            .collect(joining(", no ", "No ", " occurs in more than one split.")));
        }
        problems().forEach(problem -> sentences.add(problem.message() + "."));
        checks.stream()
                .filter(check -> check.allowed().isPresent())
                .map(LeakageReport::allowance)
                .forEach(sentences::add);
        return String.join(" ", sentences);
    }

    /** A problem for each kind of leak that was not allowed. */
    List<Problem> problems() {
        return checks.stream()
                .filter(LeakageCheck::stops)
                .map(
                        check ->
                                new Problem(
                                        Problem.Kind.DUPLICATE,
                                        "leak by " + check.kind().noun(),
                                        check.tally() + ": " + check.examples(),
                                        "remove them from one of the splits, or choose another"
                                                + " split"))
                .toList();
    }

    private static String allowance(LeakageCheck check) {
        return check.kind() == LeakageKind.SIMILAR_PARTICIPANT
                ? "People with similar ids occur in different splits (%s): %s."
                        .formatted(check.allowed().orElseThrow(), check.examples())
                : "Leaks by %s were allowed (%s): %s."
                        .formatted(
                                check.kind().noun(), check.allowed().orElseThrow(), check.tally());
    }

    private static LeakageCheck check(
            LeakageKind kind,
            Map<Split, List<Sample>> samples,
            Function<Sample, Optional<String>> key) {
        Map<String, Set<Split>> splits = new TreeMap<>();
        samples.forEach(
                (split, all) ->
                        all.forEach(
                                sample ->
                                        key.apply(sample)
                                                .ifPresent(name -> put(splits, name, split))));
        return LeakageCheck.of(kind, splits.size(), leaks(splits));
    }

    /** The splits of a parent are those of its synthetic images and of its own frames. */
    private static LeakageCheck parents(Map<Split, List<Sample>> samples) {
        Map<String, Set<Split>> splits = new TreeMap<>();
        samples.forEach(
                (split, all) ->
                        all.forEach(
                                sample -> {
                                    if (sample.origin() instanceof Origin.Synthetic synthetic) {
                                        put(splits, synthetic.parentRecording(), split);
                                    }
                                }));
        samples.forEach(
                (split, all) ->
                        all.forEach(
                                sample -> {
                                    if (splits.containsKey(sample.recording())) {
                                        put(splits, sample.recording(), split);
                                    }
                                }));
        return LeakageCheck.of(LeakageKind.SYNTHETIC_PARENT, splits.size(), leaks(splits));
    }

    /** Groups of similar ids that are in different splits; an id in two splits is another kind. */
    private static LeakageCheck similar(Map<Split, List<Sample>> samples) {
        Map<String, Set<Split>> splits = new TreeMap<>();
        samples.forEach(
                (split, all) -> all.forEach(sample -> put(splits, sample.participant(), split)));
        List<String> leaks =
                SimilarIds.among(splits.keySet()).groups().stream()
                        .filter(group -> group.stream().map(splits::get).distinct().count() > 1)
                        .map(
                                group ->
                                        group.stream()
                                                .map(id -> place(id, splits.get(id)))
                                                .collect(joining(" but ")))
                        .toList();
        return LeakageCheck.of(LeakageKind.SIMILAR_PARTICIPANT, splits.size(), leaks);
    }

    private static void put(Map<String, Set<Split>> splits, String name, Split split) {
        splits.computeIfAbsent(name, any -> EnumSet.noneOf(Split.class)).add(split);
    }

    private static List<String> leaks(Map<String, Set<Split>> splits) {
        return splits.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> place(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String place(String name, Set<Split> splits) {
        return splits.stream().map(Split::id).collect(joining(" and ", name + " in ", ""));
    }
}
