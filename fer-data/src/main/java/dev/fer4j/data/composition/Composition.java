package dev.fer4j.data.composition;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.design.TrainingMix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The training, validation and test samples of one condition under one category split (paper,
 * section 2 and Table 1), and those of held-out people if the split has any. A composition never
 * contains leaks that its {@link LeakageGate} does not allow. Immutable.
 */
public final class Composition {

    private final Condition condition;
    private final CategorySplit split;
    private final Map<Split, List<Sample>> samples;
    private final TrainingSet training;
    private final CompositionCounts counts;
    private final LeakageReport leakage;
    private final List<Problem> leftOut;

    private Composition(
            Condition condition,
            CategorySplit split,
            Selection selection,
            TrainingSet training,
            LeakageReport leakage) {
        this.condition = condition;
        this.split = split;
        this.samples = Maps.immutableEnumMap(selection.samples());
        this.training = training;
        this.counts = CompositionCounts.of(samples, training);
        this.leakage = leakage;
        this.leftOut = List.copyOf(selection.leftOut());
    }

    /**
     * Composes the splits.
     *
     * <p>Samples of the evaluation source are assigned by category, except that those of held-out
     * people of the training categories ({@link HeldOutChoice}) go to {@link #seen()}. All samples
     * of the added sources go to training, but synthetic ones only if their parent recording is in
     * training, since nothing generated from validation, test or held-out people may be trained on.
     * Samples that belong to no split are counted in {@link #leftOut()}.
     *
     * <p>The condition's {@link TrainingMix} then determines how much of each source is used. Real
     * images are capped first, separately for each source. A synthetic image is kept only if an
     * image of its parent recording is, since otherwise training would see, through the generator,
     * recordings excluded by the cap. Finally the synthetic images are capped. In a source with
     * both kinds, real images take precedence.
     *
     * <p>Participants, recordings, file digests and synthetic parents are compared between the
     * splits ({@link LeakageGate#identities()}); no files are read.
     *
     * @param manifests one for each source of the condition; others are ignored
     * @throws PlanException if the manifest of a source is missing or given twice, a split lacks
     *     samples or one of the two classes, people cannot be held out, anything is in more than
     *     one split, or a control has more images than the condition that it is matched to; all
     *     problems are reported together
     */
    public static Composition compose(
            Condition condition, CategorySplit split, List<Manifest> manifests) {
        Selection selection = Selection.of(condition, split, manifests);
        LeakageReport leakage =
                LeakageReport.of(selection.samples()).allowing(LeakageGate.identities());
        check(PlanChecks.problems(condition, split, manifests, selection, leakage));
        return new Composition(
                condition,
                split,
                selection,
                training(condition, split, manifests, selection),
                leakage);
    }

    /**
     * Composes the splits as {@link #compose(Condition, CategorySplit, List)} does, with a
     * different leakage gate.
     *
     * <p>Near-duplicates are searched for only if there is no other error, since the search reads
     * every image.
     *
     * @param manifests one for each source of the condition; others are ignored
     * @param gate which leaks are checked, and which of them are allowed
     * @throws PlanException as the other method does; if there are near-duplicates that the gate
     *     does not allow; or if the gate allows near-duplicates without checking them
     * @throws InputException if near-duplicates are searched for and a file is not an image, or
     *     does not match its manifest's digest
     * @throws IOException if near-duplicates are searched for and a file cannot be opened
     */
    public static Composition compose(
            Condition condition, CategorySplit split, List<Manifest> manifests, LeakageGate gate)
            throws IOException {
        Selection selection = Selection.of(condition, split, manifests);
        LeakageReport leakage = LeakageReport.of(selection.samples()).allowing(gate);
        List<Problem> problems =
                new ArrayList<>(
                        PlanChecks.problems(condition, split, manifests, selection, leakage));
        PlanChecks.gate(gate).ifPresent(problems::add);
        check(problems);
        if (gate.fingerprints().isPresent()) {
            leakage = leakage.with(gate.nearDuplicates(selection.samples())).allowing(gate);
            check(leakage.problems());
        }
        return new Composition(
                condition,
                split,
                selection,
                training(condition, split, manifests, selection),
                leakage);
    }

    /** Must only be called after all checks: a control needs a condition that is not smaller. */
    private static TrainingSet training(
            Condition condition,
            CategorySplit split,
            List<Manifest> manifests,
            Selection selection) {
        TrainingMix mix = condition.mix();
        TrainingSet own = selection.training();
        return mix.control()
                .map(
                        control ->
                                own.grown(
                                        Selection.of(control.like(), split, manifests)
                                                .training()
                                                .drawn(),
                                        control.means(),
                                        mix.seed()))
                .orElse(own);
    }

    private static void check(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new PlanException(problems);
        }
    }

    /** The condition, which determines the training data. */
    public Condition condition() {
        return condition;
    }

    /** The category split. */
    public CategorySplit split() {
        return split;
    }

    /**
     * Returns the distinct samples of a split, ordered by source as in the condition and then as in
     * the manifest. Only {@link #seen()} may be empty.
     */
    public List<Sample> samples(Split use) {
        return samples.get(use);
    }

    /**
     * The samples of held-out people of the training categories: those of {@link Split#SEEN}. Empty
     * if the category split holds out no one, as in the paper.
     */
    public List<Sample> seen() {
        return samples(Split.SEEN);
    }

    /** The training set: the samples of {@link Split#TRAIN} and copies of them. */
    public TrainingSet training() {
        return training;
    }

    /** The numbers of Table 1, and further counts. */
    public CompositionCounts counts() {
        return counts;
    }

    /** The comparison of the splits. Any leaks in it were allowed by the gate. */
    public LeakageReport leakage() {
        return leakage;
    }

    /** The samples that no split uses: one problem for each reason, with the count. */
    public List<Problem> leftOut() {
        return leftOut;
    }

    /** The split of each sample by its id. */
    public Map<String, Split> splits() {
        ImmutableMap.Builder<String, Split> splits = ImmutableMap.builder();
        samples.forEach((use, some) -> some.forEach(sample -> splits.put(sample.id(), use)));
        return splits.buildOrThrow();
    }

    /** The samples of all splits, as one manifest per source. */
    public List<Manifest> manifests() {
        Map<String, List<Sample>> bySource =
                samples.values().stream()
                        .flatMap(List::stream)
                        .collect(groupingBy(Sample::source, LinkedHashMap::new, toList()));
        return bySource.entrySet().stream()
                .map(entry -> new Manifest(entry.getKey(), entry.getValue(), List.of()))
                .toList();
    }
}
