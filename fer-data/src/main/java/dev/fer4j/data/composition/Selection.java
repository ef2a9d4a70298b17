package dev.fer4j.data.composition;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import com.google.common.collect.ImmutableList;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.design.TrainingMix;
import dev.fer4j.data.composition.HeldOutChoice.Viewer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Assigns each sample to a split, limiting each source in training as the mix specifies, or counts
 * the reason why it is in none. Performs no checks.
 */
final class Selection {

    private final TrainingMix mix;
    private final HeldOutChoice heldOut;
    private final Map<Split, List<Sample>> chosen = new EnumMap<>(Split.class);
    private final LeftOut leftOut = new LeftOut();

    private Selection(TrainingMix mix, HeldOutChoice heldOut) {
        this.mix = mix;
        this.heldOut = heldOut;
        for (Split split : Split.values()) {
            chosen.put(split, new ArrayList<>());
        }
    }

    static Selection of(Condition condition, CategorySplit split, List<Manifest> manifests) {
        List<Sample> evaluated = of(condition.evaluationSource(), manifests);
        Selection selection =
                new Selection(
                        condition.mix(),
                        HeldOutChoice.of(split, evaluated.stream().map(Viewer::of)));
        evaluated.forEach(sample -> selection.byCategory(sample, split));
        List<Sample> candidates = new ArrayList<>(selection.chosen.get(Split.TRAIN));
        selection.chosen.get(Split.TRAIN).clear();
        Map<Boolean, List<Sample>> added =
                condition.addedSources().stream()
                        .flatMap(source -> of(source, manifests).stream())
                        .collect(partitioningBy(Sample::isSynthetic));
        candidates.addAll(added.get(false));
        selection.train(candidates);
        selection.train(selection.withParents(added.get(true), recordings(candidates.stream())));
        return selection;
    }

    /** The samples of each split. */
    Map<Split, List<Sample>> samples() {
        Map<Split, List<Sample>> copy = new EnumMap<>(Split.class);
        chosen.forEach((split, samples) -> copy.put(split, ImmutableList.copyOf(samples)));
        return copy;
    }

    /** The held-out people of the training categories. */
    HeldOutChoice heldOut() {
        return heldOut;
    }

    /** The training list with copies due to weights, but without those of a control. */
    TrainingSet training() {
        return TrainingSet.of(chosen.get(Split.TRAIN), mix);
    }

    /** The samples in no split: one problem for each reason. */
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
            boolean isHeldOut =
                    use.get() == Split.TRAIN && heldOut.people().contains(sample.participant());
            chosen.get(isHeldOut ? Split.SEEN : use.get()).add(sample);
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

    /** The synthetic samples whose parent recordings are used for training. */
    private List<Sample> withParents(List<Sample> synthetic, Set<String> candidates) {
        Set<String> trained = recordings(chosen.get(Split.TRAIN).stream());
        Set<String> evaluated =
                recordings(
                        Stream.of(Split.VALIDATE, Split.TEST)
                                .map(chosen::get)
                                .flatMap(List::stream));
        Set<String> seen = recordings(chosen.get(Split.SEEN).stream());
        List<Sample> kept = new ArrayList<>();
        for (Sample sample : synthetic) {
            String parent = ((Origin.Synthetic) sample.origin()).parentRecording();
            if (trained.contains(parent)) {
                kept.add(sample);
            } else if (candidates.contains(parent)) {
                leftOut.add(
                        Problem.Kind.UNUSED,
                        sample,
                        "a cap or weight keeps their parent recordings from training",
                        "");
            } else if (seen.contains(parent)) {
                leftOut.add(
                        Problem.Kind.UNUSED,
                        sample,
                        "their parent recordings are of people who are held out of training",
                        "");
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
        return kept;
    }

    /** Adds samples to training, as many of each source as cap and weight allow. */
    private void train(List<Sample> candidates) {
        Map<String, List<Sample>> bySource =
                candidates.stream()
                        .collect(groupingBy(Sample::source, LinkedHashMap::new, toList()));
        bySource.forEach(
                (source, samples) ->
                        chosen.get(Split.TRAIN).addAll(thinned(source, capped(source, samples))));
    }

    private List<Sample> capped(String source, List<Sample> samples) {
        if (mix.cap(source).isEmpty()) {
            return samples;
        }
        int cap = mix.cap(source).get();
        long before =
                chosen.get(Split.TRAIN).stream().filter(s -> s.source().equals(source)).count();
        int room = Math.toIntExact(Math.max(0, cap - before));
        return drawn(
                samples,
                Math.min(room, samples.size()),
                "cap " + source,
                "of their source, no more than " + cap + " train");
    }

    private List<Sample> thinned(String source, List<Sample> samples) {
        double weight = mix.weight(source);
        if (weight >= 1 || samples.isEmpty()) {
            return samples;
        }
        int count = Math.toIntExact(Math.max(1, Math.round(weight * samples.size())));
        return drawn(samples, count, "weight " + source, "their source has the weight " + weight);
    }

    private List<Sample> drawn(List<Sample> samples, int count, String purpose, String cause) {
        Set<Integer> places =
                Set.copyOf(SystematicSample.places(samples, count, mix.seed().derive(purpose)));
        List<Sample> kept = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            if (places.contains(i)) {
                kept.add(samples.get(i));
            } else {
                leftOut.add(Problem.Kind.UNUSED, samples.get(i), cause, "");
            }
        }
        return kept;
    }

    private static Set<String> recordings(Stream<Sample> samples) {
        return samples.filter(sample -> !sample.isSynthetic())
                .map(Sample::recording)
                .collect(toSet());
    }
}
