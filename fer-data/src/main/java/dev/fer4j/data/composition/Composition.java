package dev.fer4j.data.composition;

import com.google.common.collect.Maps;
import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Split;
import java.util.List;
import java.util.Map;

/**
 * The training, validation and test samples of one condition under one category split (paper,
 * section 2 and Table 1). There is none with a leak in it. Immutable.
 */
public final class Composition {

    private final Condition condition;
    private final CategorySplit split;
    private final Map<Split, List<Sample>> samples;
    private final CompositionCounts counts;
    private final LeakageReport leakage;
    private final List<Problem> leftOut;

    private Composition(
            Condition condition, CategorySplit split, Selection selection, LeakageReport leakage) {
        this.condition = condition;
        this.split = split;
        this.samples = Maps.immutableEnumMap(selection.samples());
        this.counts = CompositionCounts.of(samples);
        this.leakage = leakage;
        this.leftOut = List.copyOf(selection.leftOut());
    }

    /**
     * Composes the three sets.
     *
     * <p>The evaluation source's samples go where their category goes. All samples of the added
     * sources go to training; a synthetic one only if its parent recording is in training, since no
     * generator is fed from validation or test people. What belongs nowhere is counted in {@link
     * #leftOut()}.
     *
     * @param manifests one for each source of the condition; others are ignored
     * @throws PlanException if the manifest of a source is missing or given twice, a split lacks
     *     samples or one of the two classes, or anything stands in more than one split; all of it
     *     at once
     */
    public static Composition compose(
            Condition condition, CategorySplit split, List<Manifest> manifests) {
        Selection selection = Selection.of(condition, split, manifests);
        LeakageReport leakage = LeakageReport.of(selection.samples());
        List<Problem> problems =
                PlanChecks.problems(condition, split, manifests, selection, leakage);
        if (!problems.isEmpty()) {
            throw new PlanException(problems);
        }
        return new Composition(condition, split, selection, leakage);
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
     * The samples of a split, never empty: by source in the condition's order, within a source in
     * its manifest's order.
     */
    public List<Sample> samples(Split use) {
        return samples.get(use);
    }

    /** The numbers of Table 1, and more. */
    public CompositionCounts counts() {
        return counts;
    }

    /** What was compared between the splits; it is clean. */
    public LeakageReport leakage() {
        return leakage;
    }

    /** What the manifests hold and no split uses: one problem for each reason, with its count. */
    public List<Problem> leftOut() {
        return leftOut;
    }
}
