package dev.fer4j.data.composition;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Split;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What was compared between the splits, and what stands in more than one.
 *
 * @param checks one for each kind, in their order
 */
public record LeakageReport(List<LeakageCheck> checks) {

    private static final int EXAMPLES = 5;

    /** Copies the checks. */
    public LeakageReport {
        checks = List.copyOf(checks);
    }

    /** Compares the samples of the splits. */
    static LeakageReport of(Map<Split, List<Sample>> samples) {
        return new LeakageReport(
                List.of(
                        check(
                                LeakageCheck.Kind.PARTICIPANT,
                                samples,
                                sample -> Optional.of(sample.participant())),
                        check(
                                LeakageCheck.Kind.RECORDING,
                                samples,
                                sample -> Optional.of(sample.recording())),
                        check(
                                LeakageCheck.Kind.IDENTICAL_FILE,
                                samples,
                                sample -> Optional.of(sample.sha256())),
                        parents(samples)));
    }

    /** Whether nothing stands in more than one split. */
    public boolean isClean() {
        return checks.stream().allMatch(check -> check.leaks().isEmpty());
    }

    /** One sentence, for reports. */
    public String statement() {
        if (!isClean()) {
            return problems().stream().map(Problem::message).collect(joining("; "));
        }
        return checks.stream()
                .map(check -> check.kind().noun() + " (of " + check.compared() + ")")
                .collect(joining(", no ", "No ", " stands in more than one split."));
    }

    /** A problem for each kind of leak. */
    List<Problem> problems() {
        return checks.stream()
                .filter(check -> !check.leaks().isEmpty())
                .map(
                        check ->
                                new Problem(
                                        Problem.Kind.DUPLICATE,
                                        "leak by " + check.kind().noun(),
                                        check.leaks().size()
                                                + " of "
                                                + check.compared()
                                                + " stand in more than one split: "
                                                + examples(check.leaks()),
                                        "remove them from one of the splits, or choose another"
                                                + " split"))
                .toList();
    }

    private static String examples(List<String> leaks) {
        return leaks.stream().limit(EXAMPLES).collect(joining(", "))
                + (leaks.size() > EXAMPLES ? ", …" : "");
    }

    private static LeakageCheck check(
            LeakageCheck.Kind kind,
            Map<Split, List<Sample>> samples,
            Function<Sample, Optional<String>> key) {
        Map<String, Set<Split>> splits = new TreeMap<>();
        samples.forEach(
                (split, all) ->
                        all.forEach(
                                sample ->
                                        key.apply(sample)
                                                .ifPresent(name -> put(splits, name, split))));
        return new LeakageCheck(kind, splits.size(), leaks(splits));
    }

    /** A parent's splits are those of its synthetic images and those of its own frames. */
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
        return new LeakageCheck(LeakageCheck.Kind.SYNTHETIC_PARENT, splits.size(), leaks(splits));
    }

    private static void put(Map<String, Set<Split>> splits, String name, Split split) {
        splits.computeIfAbsent(name, any -> EnumSet.noneOf(Split.class)).add(split);
    }

    private static List<String> leaks(Map<String, Set<Split>> splits) {
        return splits.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(
                        entry ->
                                entry.getValue().stream()
                                        .map(Split::id)
                                        .collect(joining(" and ", entry.getKey() + " in ", "")))
                .toList();
    }
}
