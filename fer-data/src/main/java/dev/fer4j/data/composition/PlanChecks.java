package dev.fer4j.data.composition;

import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks for everything that makes a composition impossible. */
final class PlanChecks {

    private PlanChecks() {}

    static List<Problem> problems(
            Condition condition,
            CategorySplit split,
            List<Manifest> manifests,
            Selection selection,
            LeakageReport leakage) {
        List<Problem> problems = new ArrayList<>(sources(condition, manifests));
        boolean evaluable =
                manifests.stream().anyMatch(m -> m.source().equals(condition.evaluationSource()));
        if (evaluable) {
            Map<Split, List<Sample>> samples = selection.samples();
            for (Split use : List.of(Split.TRAIN, Split.VALIDATE, Split.TEST)) {
                classes(split, use, samples.get(use)).ifPresent(problems::add);
            }
            problems.addAll(selection.heldOut().problems());
        }
        duplicateIds(selection).ifPresent(problems::add);
        control(condition, split, manifests, selection).ifPresent(problems::add);
        problems.addAll(leakage.problems());
        return problems;
    }

    /** Returns the problem with a gate, if any. */
    static Optional<Problem> gate(LeakageGate gate) {
        return gate.allowed().containsKey(LeakageKind.NEAR_DUPLICATE)
                        && gate.fingerprints().isEmpty()
                ? Optional.of(
                        new Problem(
                                Problem.Kind.BAD_SETTING,
                                "leakage gate",
                                "allows near-duplicates without looking for them",
                                "add withNearDuplicates, so that they are counted"))
                : Optional.empty();
    }

    private static List<Problem> sources(Condition condition, List<Manifest> manifests) {
        List<Problem> problems = new ArrayList<>();
        for (String source : neededSources(condition)) {
            long given = manifests.stream().filter(m -> m.source().equals(source)).count();
            if (given == 0) {
                problems.add(
                        new Problem(
                                Problem.Kind.MISSING,
                                "source " + source,
                                "condition " + condition.title() + " needs its manifest",
                                "ingest the source first, or leave the condition out"));
            } else if (given > 1) {
                problems.add(
                        new Problem(
                                Problem.Kind.DUPLICATE,
                                "source " + source,
                                given + " manifests have that name",
                                "rename one of the sources"));
            }
        }
        return problems;
    }

    /** The sources of the condition and of the condition that it is matched to, if any. */
    private static Set<String> neededSources(Condition condition) {
        Set<String> sources = new LinkedHashSet<>(condition.trainingSources());
        condition
                .mix()
                .control()
                .ifPresent(control -> sources.addAll(control.like().trainingSources()));
        return sources;
    }

    private static Optional<Problem> control(
            Condition condition,
            CategorySplit split,
            List<Manifest> manifests,
            Selection selection) {
        if (condition.mix().control().isEmpty() || !sources(condition, manifests).isEmpty()) {
            return Optional.empty();
        }
        Condition like = condition.mix().control().get().like();
        int own = selection.training().drawn();
        int wanted = Selection.of(like, split, manifests).training().drawn();
        return own <= wanted
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                Problem.Kind.BAD_SETTING,
                                "condition " + condition.title(),
                                ("has %s images to draw in an epoch, more than the %s of %s, "
                                                + "whose size it is to match")
                                        .formatted(own, wanted, like.title()),
                                "choose a condition that trains on more images, or change caps and"
                                        + " weights"));
    }

    private static Optional<Problem> classes(CategorySplit split, Split use, List<Sample> samples) {
        long interested =
                samples.stream().filter(sample -> sample.label() == Label.INTERESTED).count();
        if (interested > 0 && interested < samples.size()) {
            return Optional.empty();
        }
        return Optional.of(
                new Problem(
                        Problem.Kind.TOO_FEW,
                        use.id() + " split",
                        "has %s images of %s, %s of them INTERESTED; both classes are needed"
                                .formatted(samples.size(), split.categories(use), interested),
                        "add recordings, or choose another split"));
    }

    private static Optional<Problem> duplicateIds(Selection selection) {
        Map<String, Integer> ids = new HashMap<>();
        selection
                .samples()
                .values()
                .forEach(
                        samples ->
                                samples.forEach(sample -> ids.merge(sample.id(), 1, Integer::sum)));
        List<String> twice =
                ids.entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        return twice.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                Problem.Kind.DUPLICATE,
                                "sample " + twice.get(0),
                                twice.size() + " sample ids occur in two sources",
                                "prefix its ids with the source's name"));
    }
}
