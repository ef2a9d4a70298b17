package dev.fer4j.study.gather;

import dev.fer4j.core.Problem;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.FileNames;
import dev.fer4j.study.settings.StudySettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Chooses the condition of a single training from those that are possible with the sources. */
public final class ConditionChoice {

    private final StudyConditions conditions;
    private final List<String> sources;
    private final Optional<String> id;
    private final boolean given;

    /**
     * Creates a choice among conditions.
     *
     * @param sources the sources' names, the evaluation source's first
     * @param id id of the condition; if empty, the one with all sources, or the last one of the
     *     settings
     */
    public ConditionChoice(StudySettings settings, List<String> sources, Optional<String> id) {
        this.conditions = new StudyConditions(settings, sources);
        this.sources = List.copyOf(sources);
        this.id = id;
        this.given = !settings.conditions().isEmpty();
    }

    /** Problems that do not depend on the images. */
    public List<Problem> problems() {
        if (given && !conditions.problems().isEmpty()) {
            return conditions.problems();
        }
        List<Condition> possible = possible(Set.of());
        return id.isEmpty() || possible.stream().anyMatch(c -> c.id().equals(id.get()))
                ? List.of()
                : List.of(
                        StudyConditions.setting(
                                "condition '" + id.get() + "'",
                                "the sources allow " + StudyConditions.ids(possible),
                                "name one of these, or add the source that it needs"));
    }

    private List<Condition> possible(Set<String> otherGenerators) {
        List<Condition> known = conditions.of(otherGenerators);
        return given || known.stream().anyMatch(c -> c.trainingSources().size() == sources.size())
                ? known
                : Stream.concat(
                                known.stream(),
                                Stream.of(conditions.truthful(ofAll(), otherGenerators)))
                        .toList();
    }

    private Condition ofAll() {
        return new Condition(
                FileNames.id(String.join("-", sources)),
                String.join(" + ", sources),
                sources.get(0),
                sources.subList(1, sources.size()));
    }

    /** The chosen condition. */
    public Condition of(Set<String> otherGenerators) {
        List<Condition> possible = possible(otherGenerators);
        return possible.stream()
                .filter(condition -> id.isEmpty() || condition.id().equals(id.get()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
