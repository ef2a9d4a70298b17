package dev.fer4j.study.gather;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.Problem;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.TrainingMix;
import dev.fer4j.eval.probe.LabelShuffle;
import dev.fer4j.study.settings.StudySettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The conditions that a study trains: those of its settings, or those of the paper whose sources
 * are given, with the settings' caps and weights, and named after the actual generators of their
 * images.
 */
public final class StudyConditions {

    private final StudySettings settings;

    /** The names of the sources, the evaluation source first. */
    private final List<String> sources;

    /** Creates conditions for these settings and the sources with these names. */
    public StudyConditions(StudySettings settings, List<String> sources) {
        this.settings = settings;
        this.sources = List.copyOf(sources);
    }

    /** Problems that do not depend on the images. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        List<Condition> chosen = chosen();
        if (chosen.isEmpty()) {
            problems.add(
                    setting(
                            "conditions",
                            "none of the standard ones has its sources: the evaluation source is "
                                    + sources.get(0)
                                    + ", and the added ones are "
                                    + sources,
                            "define conditions of these sources"));
        }
        for (Condition condition : settings.conditions()) {
            problems.addAll(problems(condition));
        }
        if (problems.isEmpty()) {
            problems.addAll(namedTwice());
        }
        boolean adds = chosen.stream().anyMatch(c -> !c.addedSources().isEmpty());
        if (!settings.controls().isEmpty() && (!adds || alone(chosen).isEmpty())) {
            problems.add(
                    setting(
                            "control conditions",
                            "need a condition that adds images to "
                                    + sources.get(0)
                                    + ", and one of "
                                    + sources.get(0)
                                    + " alone",
                            "add them, or omit the controls"));
        }
        if (!adds && settings.checks().usesNetwork()) {
            problems.add(
                    setting(
                            "the source probe",
                            "has no sources to tell " + sources.get(0) + " from",
                            "add a source, or omit the network's probe"));
        }
        return problems;
    }

    private List<Problem> problems(Condition condition) {
        List<Problem> problems = new ArrayList<>();
        String subject = "condition " + condition.id();
        List<String> missing =
                condition.trainingSources().stream().filter(s -> !sources.contains(s)).toList();
        if (!missing.isEmpty()) {
            problems.add(
                    setting(
                            subject,
                            "needs the source "
                                    + String.join(" and ", missing)
                                    + ", but this study has only "
                                    + sources,
                            "add the source, or omit the condition"));
        } else if (!condition.evaluationSource().equals(sources.get(0))) {
            problems.add(
                    setting(
                            subject,
                            "validates and tests on "
                                    + condition.evaluationSource()
                                    + ", but this study on "
                                    + sources.get(0),
                            "make that source the evaluation source"));
        }
        return problems;
    }

    /** Finds ids of conditions that collide with those of controls and of checks that train. */
    private List<Problem> namedTwice() {
        List<String> ids = new ArrayList<>();
        for (Condition condition : all(chosen())) {
            ids.add(condition.id());
            if (settings.checks().labelShuffles() > 0 && !condition.isControl()) {
                ids.add(LabelShuffle.idOf(condition));
            }
        }
        return ids.stream()
                .filter(id -> Collections.frequency(ids, id) > 1)
                .distinct()
                .map(
                        id ->
                                new Problem(
                                        Problem.Kind.DUPLICATE,
                                        "condition " + id,
                                        "occurs several times, among conditions, controls and"
                                                + " checks with shuffled labels",
                                        "give each condition its own id"))
                .toList();
    }

    static Problem setting(String subject, String cause, String mend) {
        return new Problem(Problem.Kind.BAD_SETTING, subject, cause, mend);
    }

    private List<Condition> chosen() {
        return settings.conditions().isEmpty()
                ? Condition.STANDARD.stream()
                        .filter(c -> sources.containsAll(c.trainingSources()))
                        .filter(c -> c.evaluationSource().equals(sources.get(0)))
                        .toList()
                : settings.conditions();
    }

    private static Optional<Condition> alone(List<Condition> conditions) {
        return conditions.stream()
                .filter(c -> c.addedSources().isEmpty() && !c.isControl())
                .findFirst();
    }

    /**
     * Returns the conditions, followed by the controls of those that add images.
     *
     * @param otherGenerators generators of synthetic images other than StyleGAN2; standard
     *     conditions are named after them
     */
    public List<Condition> of(Set<String> otherGenerators) {
        return all(chosen().stream().map(c -> truthful(c, otherGenerators)).toList());
    }

    /** Appends controls, unless no condition adds images. */
    private List<Condition> all(List<Condition> conditions) {
        List<Condition> all = new ArrayList<>(conditions);
        Optional<Condition> alone = alone(conditions);
        for (Condition condition : conditions) {
            if (alone.isPresent()
                    && !condition.addedSources().isEmpty()
                    && !condition.isControl()) {
                settings.controls()
                        .forEach(means -> all.add(alone.get().likeInSize(condition, means)));
            }
        }
        return all;
    }

    /** Applies the settings' mix, and names the actual generator of the images. */
    Condition truthful(Condition condition, Set<String> otherGenerators) {
        boolean renamed = !otherGenerators.isEmpty() && Condition.STANDARD.contains(condition);
        return new Condition(
                condition.id(),
                renamed
                        ? condition
                                .title()
                                .replace(
                                        "StyleGAN2",
                                        "synthetic (" + String.join(", ", otherGenerators) + ")")
                        : condition.title(),
                condition.evaluationSource(),
                condition.addedSources(),
                mix(condition));
    }

    /** A condition's own caps and weights take precedence over the settings'. */
    private TrainingMix mix(Condition condition) {
        TrainingMix general = settings.mix().withSources(condition.trainingSources());
        TrainingMix own = condition.mix();
        if (own.equals(TrainingMix.ALL) || general.equals(TrainingMix.ALL)) {
            return own.equals(TrainingMix.ALL) ? general : own;
        }
        Map<String, Integer> caps = new TreeMap<>(general.caps());
        caps.putAll(own.caps());
        Map<String, Double> weights = new TreeMap<>(general.weights());
        weights.putAll(own.weights());
        return new TrainingMix(caps, weights, own.control(), own.seed());
    }

    /** Returns the sources that none of these conditions trains on. */
    public List<String> unused(List<Condition> conditions) {
        return sources.stream()
                .filter(
                        source ->
                                conditions.stream()
                                        .noneMatch(c -> c.trainingSources().contains(source)))
                .toList();
    }

    /** The ids, for messages. */
    static String ids(List<Condition> conditions) {
        return conditions.stream().map(Condition::id).collect(joining(", "));
    }
}
