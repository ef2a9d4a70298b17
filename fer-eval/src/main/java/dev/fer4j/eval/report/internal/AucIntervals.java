package dev.fer4j.eval.report.internal;

import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.comparison.StudyInference.ConditionAuc;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.study.StudyPlan;
import java.util.Optional;

/** Looks up intervals of ROC AUCs. */
public record AucIntervals(StudyInference inference) {

    /** A description of the intervals, for the notes of tables. */
    public static String note(StudyPlan plan) {
        return plan.seeds().size() == 1
                ? "95%: interval over participants (jackknife, logit scale)"
                : "95%: interval over participants and training seeds (crossed jackknife, logit"
                        + " scale)";
    }

    /** {@code 0.712 to 0.893}, or {@code undefined}. */
    public String text(Condition condition, CategorySplit rotation, EvaluationUnit unit) {
        return of(condition, rotation, unit)
                .map(interval -> interval.toText(3))
                .orElse("undefined");
    }

    /** The interval; empty if it is undefined. */
    public Optional<Interval> of(Condition condition, CategorySplit rotation, EvaluationUnit unit) {
        return inference.aucs().stream()
                .filter(
                        auc ->
                                auc.condition().equals(condition.id())
                                        && auc.split().equals(rotation.id())
                                        && auc.unit() == unit)
                .findFirst()
                .map(ConditionAuc::interval)
                .flatMap(interval -> interval.result());
    }
}
