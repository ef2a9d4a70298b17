package dev.fer4j.eval.comparison;

import com.google.common.primitives.Doubles;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.comparison.StudyInference.Comparison;
import dev.fer4j.eval.comparison.StudyInference.Question;
import dev.fer4j.eval.inference.AucDifference;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Holm;
import dev.fer4j.eval.inference.Significance;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;

/** Computes the comparisons of a study and corrects their p-values within each question. */
final class Comparisons {

    private final StudyResult study;
    private final StudyPlan plan;

    Comparisons(StudyResult study) {
        this.study = study;
        this.plan = study.plan();
    }

    List<Comparison> all() {
        List<Difference> differences = differences();
        Outcome[] adjustedP = new Outcome[differences.size()];
        for (Question question : Question.values()) {
            adjust(question, differences, adjustedP);
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < adjustedP.length; i++) {
            Difference difference = differences.get(i);
            comparisons.add(
                    new Comparison(
                            difference.question(),
                            difference.condition().id(),
                            difference.against().id(),
                            difference.split().id(),
                            plan.seeds().size(),
                            difference.found(),
                            adjustedP[i]));
        }
        return comparisons;
    }

    /** A comparison whose p-value is not yet corrected. */
    private record Difference(
            Condition condition, Condition against, CategorySplit split, AucDifference found) {

        Question question() {
            if (condition.isControl()) {
                return Question.CONTROL_AGAINST_REFERENCE;
            }
            return against.isControl()
                    ? Question.CONDITION_AGAINST_CONTROL
                    : Question.CONDITION_AGAINST_REFERENCE;
        }
    }

    private List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        for (CategorySplit split : plan.splits()) {
            TestAucs aucs = new TestAucs(study, split, EvaluationUnit.IMAGE);
            for (Condition condition : plan.conditions()) {
                for (Condition against : against(condition)) {
                    differences.add(
                            new Difference(
                                    condition,
                                    against,
                                    split,
                                    AucDifference.of(
                                            aucs.metrics(condition), aucs.metrics(against))));
                }
            }
        }
        return differences;
    }

    private List<Condition> against(Condition condition) {
        List<Condition> against = new ArrayList<>(plan.controlsOf(condition));
        if (!condition.equals(plan.reference())) {
            against.add(0, plan.reference());
        }
        return against;
    }

    private static void adjust(
            Question question, List<Difference> differences, Outcome[] adjustedP) {
        List<Integer> family = new ArrayList<>();
        List<Double> p = new ArrayList<>();
        for (int i = 0; i < adjustedP.length; i++) {
            if (differences.get(i).question() == question) {
                Finding<Significance> test = differences.get(i).found().test();
                if (test.result().isPresent()) {
                    family.add(i);
                    p.add(test.result().get().p());
                } else {
                    adjustedP[i] = Outcome.undefined(test.undefinedBecause().orElseThrow());
                }
            }
        }
        double[] adjusted = Holm.adjust(Doubles.toArray(p));
        for (int i = 0; i < adjusted.length; i++) {
            adjustedP[family.get(i)] = Outcome.of(adjusted[i]);
        }
    }
}
