package dev.fer4j.eval.report.internal;

import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.comparison.StudyInference.Comparison;
import dev.fer4j.eval.inference.AucDifference;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.study.StudyPlan;
import java.util.List;
import java.util.Locale;

/** Describes the results of comparisons in sentences. */
public final class ComparisonWords {

    private final StudyPlan plan;

    public ComparisonWords(StudyPlan plan) {
        this.plan = plan;
    }

    /** Describes one comparison: the difference, its uncertainty and its interpretation. */
    public String of(Comparison comparison) {
        AucDifference difference = comparison.difference();
        String who = pair(comparison) + where(comparison) + ": ";
        if (difference.difference().value().isEmpty()) {
            return who + "not comparable, " + difference.toText() + ".";
        }
        String size =
                String.format(
                        Locale.ROOT,
                        "the test ROC AUC per image%s is %s instead of %s, a difference of %+.3f.",
                        comparison.trainings() == 1
                                ? ""
                                : ", the mean of " + comparison.trainings() + " trainings,",
                        difference.aucOfCondition().format(3),
                        difference.aucOfReference().format(3),
                        difference.difference().value().get());
        return who + size + " " + howSure(comparison);
    }

    /** {@code Baseline + YouTube against Baseline}. */
    String pair(Comparison comparison) {
        return condition(comparison.condition()).title()
                + " against "
                + condition(comparison.reference()).title();
    }

    private String where(Comparison comparison) {
        return plan.splits().size() == 1 ? "" : " (" + split(comparison) + ")";
    }

    /** The short name of the comparison's split. */
    public String split(Comparison comparison) {
        return SplitName.inShort(
                plan.splits().stream()
                        .filter((CategorySplit split) -> split.id().equals(comparison.split()))
                        .findFirst()
                        .orElseThrow());
    }

    /** A condition of the plan by its id. */
    public Condition condition(String id) {
        return plan.conditions().stream()
                .filter(condition -> condition.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String howSure(Comparison comparison) {
        AucDifference difference = comparison.difference();
        if (difference.interval().result().isEmpty()) {
            return "Its uncertainty is unknown: "
                    + difference.interval().undefinedBecause().orElseThrow()
                    + ".";
        }
        Interval bounds = difference.interval().result().get();
        String what =
                condition(comparison.condition()).isControl()
                        ? "longer training"
                        : "the added images";
        return String.format(
                        Locale.ROOT,
                        "The 95%% interval over the %d test participants%s is %+.3f to %+.3f: ",
                        difference.participants(),
                        comparison.trainings() == 1 ? "" : " and other trainings",
                        bounds.lower(),
                        bounds.upper())
                + meaning(comparison, what);
    }

    private static String meaning(Comparison comparison, String what) {
        Verdict verdict = Verdict.of(comparison);
        boolean once = comparison.trainings() == 1;
        if (verdict == Verdict.OPEN) {
            return "with these people it remains open whether "
                    + what
                    + " made the ranking better, worse, or neither.";
        }
        return "for "
                + (once
                        ? "these two trained models and people like these, the one "
                        : "people and trainings like these, the models ")
                + (verdict.isAbove() ? "with" : "without")
                + " "
                + what
                + (once ? " ranks better" : " rank better")
                + (verdict == Verdict.BETTER || verdict == Verdict.WORSE
                        ? "."
                        : ", but not after correction for the number of comparisons (Holm's"
                                + " adjusted p is above 0.05).");
    }

    /**
     * Summarizes many comparisons in one sentence.
     *
     * @param ofWhat for example {@code with Baseline}
     */
    public static String sum(List<Comparison> comparisons, String ofWhat) {
        List<Verdict> verdicts = comparisons.stream().map(Verdict::of).toList();
        long clear =
                comparisons.stream()
                        .filter(c -> c.adjustedP().value().filter(p -> p <= 0.05).isPresent())
                        .count();
        return String.format(
                Locale.ROOT,
                "Of %d comparisons %s, the 95%% interval of the difference of the test ROC AUC lies"
                    + " above zero in %d and below zero in %d; the others are inconclusive. Among"
                    + " so many, some exclude zero by chance: %d have p at most 0.05 after Holm's"
                    + " correction. All are listed under Inference.",
                comparisons.size(),
                ofWhat,
                verdicts.stream().filter(Verdict::isAbove).count(),
                verdicts.stream().filter(Verdict::isBelow).count(),
                clear);
    }
}
