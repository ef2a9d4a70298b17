package dev.fer4j.eval.metric;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Predictions;
import dev.fer4j.eval.internal.OneClass;
import dev.fer4j.eval.internal.RankedScores;
import dev.fer4j.eval.internal.ThresholdCounts;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * How a threshold is chosen on validation data. A threshold evaluated on the data on which it was
 * chosen is optimistic, so choosing and evaluating are separate steps.
 *
 * <p>All rules except {@link #fixed} choose among the scores of the validation samples, comparing
 * integers; of equally good thresholds they choose the highest, which classifies the fewest samples
 * as positive. They choose none if the validation samples are of one class only, or there are none.
 */
public final class ThresholdRule {

    @FunctionalInterface
    private interface AmongScores {
        /**
         * The index of the chosen threshold, or empty if none qualifies; both classes must be
         * present.
         */
        OptionalInt choose(ThresholdCounts counts);
    }

    @FunctionalInterface
    private interface Comparison {
        /** Whether the threshold at one index is better than that at another. */
        boolean isBetter(ThresholdCounts counts, int one, int other);
    }

    private final String title;
    private final Function<ThresholdCounts, ThresholdChoice> rule;

    private ThresholdRule(String title, Function<ThresholdCounts, ThresholdChoice> rule) {
        this.title = title;
        this.rule = rule;
    }

    private static ThresholdRule amongScores(String title, AmongScores rule) {
        return new ThresholdRule(
                title,
                counts -> {
                    Optional<String> oneClass = OneClass.reason(counts);
                    if (oneClass.isPresent()) {
                        return new ThresholdChoice.Undefined(
                                title
                                        + " cannot be found on the validation data: "
                                        + oneClass.get());
                    }
                    OptionalInt index = rule.choose(counts);
                    return index.isPresent()
                            ? threshold(title, counts, index.getAsInt())
                            : new ThresholdChoice.Undefined(
                                    "no threshold among the validation scores has " + title);
                });
    }

    private static Threshold threshold(String title, ThresholdCounts counts, int index) {
        int truePositives = counts.truePositives(index);
        int falsePositives = counts.falsePositives(index);
        return new Threshold(
                counts.threshold(index),
                title,
                Optional.of(
                        new ConfusionMatrix(
                                truePositives,
                                falsePositives,
                                counts.negatives() - falsePositives,
                                counts.positives() - truePositives)));
    }

    private static ThresholdRule best(String title, Comparison comparison) {
        return amongScores(
                title,
                counts -> {
                    int best = 0;
                    for (int i = 1; i < counts.size(); i++) {
                        best = comparison.isBetter(counts, i, best) ? i : best;
                    }
                    return OptionalInt.of(best);
                });
    }

    /** A number fixed in advance, whatever the data. */
    public static ThresholdRule fixed(double value) {
        Threshold threshold = Threshold.fixed(value);
        return new ThresholdRule(threshold.rule(), counts -> threshold);
    }

    /**
     * The largest {@link ConfusionMatrix#youden() Youden's J}, the point of the ROC curve that is
     * highest above the diagonal. It weighs both classes alike, whatever the prevalence.
     */
    public static ThresholdRule maximalYouden() {
        return best(
                "the largest Youden's J",
                (counts, i, best) -> excess(counts, i) > excess(counts, best));
    }

    /** J · P · N = TP · N − FP · P, an integer. */
    private static long excess(ThresholdCounts counts, int i) {
        return (long) counts.truePositives(i) * counts.negatives()
                - (long) counts.falsePositives(i) * counts.positives();
    }

    /**
     * The largest {@link ConfusionMatrix#f1() F1}. Where positive samples are common this is close
     * to classifying everything as positive.
     */
    public static ThresholdRule maximalF1() {
        // F1 = 2 TP / (TP + FP + P); fractions are compared by their cross products.
        return best(
                "the largest F1",
                (counts, i, best) ->
                        (long) counts.truePositives(i)
                                        * (counts.called(best) + (long) counts.positives())
                                > (long) counts.truePositives(best)
                                        * (counts.called(i) + (long) counts.positives()));
    }

    /**
     * The highest threshold with at least a given sensitivity (recall), so with the best
     * specificity at that sensitivity.
     *
     * @param sensitivity in (0, 1]
     * @throws IllegalArgumentException if it is not
     */
    public static ThresholdRule atSensitivity(double sensitivity) {
        checkShare("sensitivity", sensitivity);
        return amongScores(
                "a sensitivity of at least " + sensitivity,
                counts -> {
                    int i = 0;
                    while ((double) counts.truePositives(i) / counts.positives() < sensitivity) {
                        i++;
                    }
                    return OptionalInt.of(i);
                });
    }

    /**
     * The lowest threshold with at least a given specificity, so with the best sensitivity at that
     * specificity. None if too many negative samples share the highest score.
     *
     * @param specificity in (0, 1]
     * @throws IllegalArgumentException if it is not
     */
    public static ThresholdRule atSpecificity(double specificity) {
        checkShare("specificity", specificity);
        return amongScores(
                "a specificity of at least " + specificity,
                counts -> {
                    int i = 0;
                    while (i < counts.size() && specificity(counts, i) >= specificity) {
                        i++;
                    }
                    return i == 0 ? OptionalInt.empty() : OptionalInt.of(i - 1);
                });
    }

    private static double specificity(ThresholdCounts counts, int i) {
        return (double) (counts.negatives() - counts.falsePositives(i)) / counts.negatives();
    }

    private static void checkShare(String name, double share) {
        checkArgument(share > 0 && share <= 1, "%s %s: it must be in (0, 1]", name, share);
    }

    /** The display name. */
    public String title() {
        return title;
    }

    /**
     * Chooses a threshold.
     *
     * @param positives whether each validation sample is of the positive class
     * @param scores each validation sample's score, higher for samples more likely to be positive
     * @throws IllegalArgumentException if the lengths differ or a score is not finite
     */
    public ThresholdChoice choose(boolean[] positives, double[] scores) {
        return rule.apply(new RankedScores(positives, scores).counts());
    }

    /** Chooses a threshold on validation predictions. */
    public ThresholdChoice choose(Predictions validation) {
        return choose(validation.positives(), validation.probabilities());
    }
}
