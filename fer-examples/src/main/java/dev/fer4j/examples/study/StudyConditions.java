package dev.fer4j.examples.study;

import dev.fer4j.core.Condition;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Sample;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Chooses the conditions that the given sources allow, and names them truthfully. */
final class StudyConditions {

    private static final String STYLEGAN2 = "stylegan2";

    private StudyConditions() {}

    /** The paper's three conditions and the fourth, less those whose sources are not there. */
    static List<Condition> of(List<Manifest> manifests) {
        Set<String> sources = manifests.stream().map(Manifest::source).collect(Collectors.toSet());
        Set<String> others = otherGenerators(manifests);
        return Condition.STANDARD.stream()
                .filter(condition -> sources.containsAll(condition.trainingSources()))
                .map(condition -> others.isEmpty() ? condition : renamed(condition, others))
                .toList();
    }

    /** Generators of synthetic images that are no StyleGAN2, such as the toy renderer. */
    static Set<String> otherGenerators(List<Manifest> manifests) {
        Set<String> others = new TreeSet<>();
        for (Manifest manifest : manifests) {
            for (Sample sample : manifest.samples()) {
                if (sample.origin() instanceof Origin.Synthetic synthetic
                        && !synthetic.generator().startsWith(STYLEGAN2)) {
                    others.add(synthetic.generator());
                }
            }
        }
        return others;
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
