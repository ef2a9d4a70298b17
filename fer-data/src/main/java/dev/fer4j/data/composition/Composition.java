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
 * contains a leak that its {@link LeakageGate} does not allow. Immutable.
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
     * Composes the sets.
     *
     * <p>The evaluation source's samples go where their category goes, but those of the training
     * categories' held-out people ({@link HeldOutChoice}) to {@link #seen()}. All samples of the
     * added sources go to training; a synthetic one only if its parent recording is in training,
     * since no generator is fed from validation, test or held-out people. What belongs nowhere is
     * counted in {@link #leftOut()}.
     *
     * <p>The condition's {@link TrainingMix} then says how much of each source trains. Real images
     * are capped first, each source by itself; a synthetic image stays only if an image of its
     * parent recording does, since otherwise training would see, through the generator, recordings
     * that the cap keeps from it; last the synthetic images are capped. Where a source has both
     * kinds, real images come first.
     *
     * <p>Participants, recordings, file contents and synthetic parents are compared between the
     * splits ({@link LeakageGate#identities()}); no file is read.
     *
     * @param manifests one for each source of the condition; others are ignored
     * @throws PlanException if the manifest of a source is missing or given twice, a split lacks
     *     samples or one of the two classes, people cannot be held out, anything is in more than
     *     one split, or a control has more images than the condition that it controls for; all of
     *     it at once
     */
    public static Composition compose(
            Condition condition, CategorySplit split, List<Manifest> manifests) {
        Selection selection = Selection.of(condition, split, manifests);
        LeakageReport leakage = LeakageReport.of(selection.samples());
        check(PlanChecks.problems(condition, split, manifests, selection, leakage));
        return new Composition(
                condition,
                split,
                selection,
                training(condition, split, manifests, selection),
                leakage);
    }

    /**
     * Composes the sets as {@link #compose(Condition, CategorySplit, List)} does, through another
     * gate.
     *
     * <p>Near-duplicates are searched for only if there is no other error, since that reads every
     * image.
     *
     * @param manifests one for each source of the condition; others are ignored
     * @param gate which leaks are checked, and which of them are allowed
     * @throws PlanException as the other method does; if there are near-duplicates that the gate
     *     does not allow; or if it allows them without looking for them
     * @throws InputException if near-duplicates are searched for and a file is not an image, or
     *     does not match its manifest's digest
     * @throws IOException if near-duplicates are searched for and a file cannot be opened
     */
    public static Composition compose(
            Condition condition, CategorySplit split, List<Manifest> manifests, LeakageGate gate)
            throws IOException {
        Selection selection = Selection.of(condition, split, manifests);
        LeakageReport leakage = LeakageReport.of(selection.samples()).allowing(gate.allowed());
        List<Problem> problems =
                new ArrayList<>(
                        PlanChecks.problems(condition, split, manifests, selection, leakage));
        PlanChecks.gate(gate).ifPresent(problems::add);
        check(problems);
        if (gate.fingerprints().isPresent()) {
            leakage =
                    leakage.with(gate.nearDuplicates(selection.samples())).allowing(gate.allowed());
            check(leakage.problems());
        }
        return new Composition(
                condition,
                split,
                selection,
                training(condition, split, manifests, selection),
                leakage);
    }

    /** To be called when nothing is wrong: a control needs a condition that is not smaller. */
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

    /** What training draws on. */
    public Condition condition() {
        return condition;
    }

    /** Which categories train, validate and test. */
    public CategorySplit split() {
        return split;
    }

    /**
     * The different samples of a split, never empty but for {@link #seen()}: by source in the
     * condition's order, within a source in its manifest's order.
     */
    public List<Sample> samples(Split use) {
        return samples.get(use);
    }

    /**
     * The samples of the training categories' people who do not train: those of {@link Split#SEEN}.
     * Empty if the category split holds out no one, as in the paper.
     */
    public List<Sample> seen() {
        return samples(Split.SEEN);
    }

    /** What training draws from: the samples of {@link Split#TRAIN} and copies of them. */
    public TrainingSet training() {
        return training;
    }

    /** The numbers of Table 1, and more. */
    public CompositionCounts counts() {
        return counts;
    }

    /** What was compared between the splits. What leaks was allowed to. */
    public LeakageReport leakage() {
        return leakage;
    }

    /** What the manifests hold and no split uses: one problem for each reason, with its count. */
    public List<Problem> leftOut() {
        return leftOut;
    }

    /** The split of each sample by its id. */
    public Map<String, Split> splits() {
        ImmutableMap.Builder<String, Split> splits = ImmutableMap.builder();
        samples.forEach((use, some) -> some.forEach(sample -> splits.put(sample.id(), use)));
        return splits.buildOrThrow();
    }

    /** The samples of all splits, a manifest for each source. */
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
