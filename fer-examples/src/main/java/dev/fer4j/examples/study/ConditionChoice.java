package dev.fer4j.examples.study;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.Condition;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which condition is trained: one that the sources allow. */
final class ConditionChoice {

    private final List<Condition> possible;

    /**
     * Of the images of these sources.
     *
     * @param manifests the evaluation source's first
     */
    ConditionChoice(List<Manifest> manifests, StudySettings settings) {
        List<String> sources = manifests.stream().map(Manifest::source).toList();
        requireDifferent(sources);
        List<Condition> known =
                StudyConditions.of(manifests, settings).stream()
                        .filter(c -> c.evaluationSource().equals(sources.get(0)))
                        .toList();
        boolean complete =
                known.stream().anyMatch(c -> c.trainingSources().size() == sources.size());
        possible =
                complete
                        ? known
                        : Stream.concat(known.stream(), Stream.of(ofAll(sources, settings)))
                                .toList();
    }

    private static void requireDifferent(List<String> sources) {
        List<Problem> problems =
                sources.stream()
                        .filter(source -> Collections.frequency(sources, source) > 1)
                        .distinct()
                        .map(
                                source ->
                                        new Problem(
                                                Problem.Kind.DUPLICATE,
                                                "source " + source,
                                                "has several manifests",
                                                "merge them, or give their sources different"
                                                        + " names"))
                        .toList();
        if (!problems.isEmpty()) {
            throw new PlanException(problems);
        }
    }

    private static Condition ofAll(List<String> sources, StudySettings settings) {
        String id =
                String.join("-", sources)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return new Condition(
                        id.isEmpty() ? "all" : id,
                        String.join(" + ", sources),
                        sources.get(0),
                        sources.subList(1, sources.size()))
                .with(settings.mix().of(sources));
    }

    /**
     * The condition of an id, or the one with all sources.
     *
     * @throws PlanException if the sources allow none of that id
     */
    Condition of(Optional<String> id) {
        if (id.isEmpty()) {
            return possible.get(possible.size() - 1);
        }
        return possible.stream()
                .filter(condition -> condition.id().equals(id.get()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new PlanException(
                                        List.of(
                                                new Problem(
                                                        Problem.Kind.BAD_SETTING,
                                                        "condition '" + id.get() + "'",
                                                        "the sources allow "
                                                                + possible.stream()
                                                                        .map(Condition::id)
                                                                        .collect(joining(", ")),
                                                        "choose one of these, or add the source"
                                                                + " that it needs"))));
    }
}
