package dev.fer4j.data.composition;

import static java.util.stream.Collectors.toSet;

import com.google.common.collect.ImmutableList;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Split;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts each sample into a split, or counts why it is in none. Checks nothing. */
final class Selection {

    private final Map<Split, List<Sample>> chosen = new EnumMap<>(Split.class);
    private final LeftOut leftOut = new LeftOut();

    private Selection() {
        for (Split split : Split.values()) {
            chosen.put(split, new ArrayList<>());
        }
    }

    static Selection of(Condition condition, CategorySplit split, List<Manifest> manifests) {
        Selection selection = new Selection();
        of(condition.evaluationSource(), manifests)
                .forEach(sample -> selection.byCategory(sample, split));
        List<Sample> added =
                condition.addedSources().stream()
                        .flatMap(source -> of(source, manifests).stream())
                        .toList();
        selection.addToTraining(added);
        return selection;
    }

    /** The samples of each split. */
    Map<Split, List<Sample>> samples() {
        Map<Split, List<Sample>> copy = new EnumMap<>(Split.class);
        chosen.forEach((split, samples) -> copy.put(split, ImmutableList.copyOf(samples)));
        return copy;
    }

    /** What is in no split, a problem for each reason. */
    List<Problem> leftOut() {
        return leftOut.problems();
    }

    private static List<Sample> of(String source, List<Manifest> manifests) {
        return manifests.stream()
                .filter(manifest -> manifest.source().equals(source))
                .findFirst()
                .map(Manifest::samples)
                .orElse(List.of());
    }

    private void byCategory(Sample sample, CategorySplit split) {
        Optional<AdCategory> category = sample.category();
        Optional<Split> use = category.flatMap(split::splitOf);
        if (use.isPresent()) {
            chosen.get(use.get()).add(sample);
        } else if (category.isEmpty()) {
            leftOut.add(
                    Problem.Kind.UNKNOWN_CATEGORY,
                    sample,
                    "no advertisement category is known",
                    "give the category in the source");
        } else {
            leftOut.add(
                    Problem.Kind.UNUSED,
                    sample,
                    "their category " + category.get() + " is in no split",
                    "");
        }
    }

    private void addToTraining(List<Sample> added) {
        List<Sample> training = chosen.get(Split.TRAIN);
        Set<String> evaluated =
                recordings(
                        Stream.of(Split.VALIDATE, Split.TEST)
                                .map(chosen::get)
                                .flatMap(List::stream));
        added.stream().filter(sample -> !sample.isSynthetic()).forEach(training::add);
        Set<String> trained = recordings(training.stream());
        for (Sample sample : added) {
            if (sample.origin() instanceof Origin.Synthetic synthetic) {
                String parent = synthetic.parentRecording();
                if (trained.contains(parent)) {
                    training.add(sample);
                } else if (evaluated.contains(parent)) {
                    leftOut.add(
                            Problem.Kind.UNUSED,
                            sample,
                            "their parent recordings validate or test",
                            "");
                } else {
                    leftOut.add(
                            Problem.Kind.DANGLING_REFERENCE,
                            sample,
                            "their parent recordings, such as " + parent + ", are in no split",
                            "see what was quarantined of their source");
                }
            }
        }
    }

    private static Set<String> recordings(Stream<Sample> samples) {
        return samples.filter(sample -> !sample.isSynthetic())
                .map(Sample::recording)
                .collect(toSet());
    }
}
