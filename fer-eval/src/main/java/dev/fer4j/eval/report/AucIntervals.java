package dev.fer4j.eval.report;

import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Condition;
import dev.fer4j.eval.inference.StudyInference;
import dev.fer4j.eval.inference.StudyInference.ConditionAuc;
import dev.fer4j.eval.metric.EvaluationUnit;

/** Looks intervals of ROC AUCs up. */
record AucIntervals(StudyInference inference) {

    /** {@code 0.712 to 0.893}, or {@code undefined}. */
    String text(Condition condition, CategorySplit rotation, EvaluationUnit unit) {
        return inference.aucs().stream()
                .filter(
                        auc ->
                                auc.condition().equals(condition.id())
                                        && auc.split().equals(rotation.id())
                                        && auc.unit() == unit)
                .findFirst()
                .map(ConditionAuc::interval)
                .flatMap(interval -> interval.result())
                .map(interval -> interval.toText(3))
                .orElse("undefined");
    }
}
