package dev.fer4j.examples.study;

import dev.fer4j.core.Condition;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Split;
import dev.fer4j.core.TrainingMix;
import dev.fer4j.data.composition.Composition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the conditions that the given sources allow, and names them truthfully. */
final class StudyConditions {

    private static final String STYLEGAN2 = "stylegan2";

    private StudyConditions() {}

    /**
     * The paper's three conditions and the fourth, less those whose sources are not there, with the
     * settings' caps and weights; then the controls of each that adds images.
     */
    static List<Condition> of(List<Manifest> manifests, StudySettings settings) {
        Set<String> sources = manifests.stream().map(Manifest::source).collect(Collectors.toSet());
        Set<String> others = otherGenerators(manifests);
        List<Condition> conditions =
                Condition.STANDARD.stream()
                        .filter(condition -> sources.containsAll(condition.trainingSources()))
                        .map(c -> others.isEmpty() ? c : renamed(c, others))
                        .map(c -> c.with(settings.mix().of(c.trainingSources())))
                        .toList();
        Stream<Condition> controls =
                conditions.stream()
                        .filter(condition -> !condition.addedSources().isEmpty())
                        .flatMap(
                                condition ->
                                        settings.controls().stream()
                                                .map(
                                                        m ->
                                                                conditions
                                                                        .get(0)
                                                                        .likeInSize(condition, m)));
        return Stream.concat(conditions.stream(), controls).toList();
    }

    /** Notes on conditions that have their usual names but not all images. */
    static Optional<String> note(TrainingMix mix) {
        List<String> said = new ArrayList<>();
        mix.caps().forEach((source, cap) -> said.add("at most " + cap + " images of " + source));
        mix.weights()
                .forEach((source, weight) -> said.add("the weight " + weight + " for " + source));
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "In training, every condition has "
                                + String.join(", ", said)
                                + ": conditions with the paper's names are not the paper's"
                                + " conditions.");
    }

    /**
     * Notes on conditions whose added sources have no image for some category split: synthetic
     * images of people who do not train there.
     */
    static List<String> withoutAddedImages(List<Composition> compositions) {
        Map<String, Set<String>> trained = new LinkedHashMap<>();
        for (Composition composition : compositions) {
            Set<String> training =
                    composition.samples(Split.TRAIN).stream()
                            .map(Sample::source)
                            .collect(Collectors.toSet());
            if (!composition.condition().isControl()) {
                composition.condition().addedSources().stream()
                        .filter(source -> !training.contains(source))
                        .forEach(
                                source ->
                                        trained.computeIfAbsent(
                                                        composition.condition().title()
                                                                + " has no image of "
                                                                + source,
                                                        condition -> new LinkedHashSet<>())
                                                .add(composition.split().train().toString()));
            }
        }
        return trained.entrySet().stream()
                .map(
                        entry ->
                                entry.getKey()
                                        + " where "
                                        + String.join(" or ", entry.getValue())
                                        + " is the training category: there it cannot differ by"
                                        + " that source, and means over category splits"
                                        + " underestimate the source's effect.")
                .toList();
    }

    /** What made the synthetic images. */
    static Set<String> generators(List<Manifest> manifests) {
        Set<String> all = new TreeSet<>();
        for (Manifest manifest : manifests) {
            for (Sample sample : manifest.samples()) {
                if (sample.origin() instanceof Origin.Synthetic synthetic) {
                    all.add(synthetic.generator());
                }
            }
        }
        return all;
    }

    /** Those of them that are no StyleGAN2. */
    static Set<String> otherGenerators(List<Manifest> manifests) {
        return generators(manifests).stream()
                .filter(name -> !name.startsWith(STYLEGAN2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Their description among the settings of a run. */
    static void describeGenerators(List<Manifest> manifests, Map<String, String> configuration) {
        Set<String> all = generators(manifests);
        if (!all.isEmpty()) {
            configuration.put("synthetic images made by", String.join(", ", all));
        }
    }

    private static Condition renamed(Condition condition, Set<String> generators) {
        String truth = "synthetic (" + String.join(", ", generators) + ")";
        return new Condition(
                condition.id(),
                condition.title().replace("StyleGAN2", truth),
                condition.evaluationSource(),
                condition.addedSources());
    }
}
