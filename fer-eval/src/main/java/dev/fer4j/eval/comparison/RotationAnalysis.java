package dev.fer4j.eval.comparison;

import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.anova.Friedman;
import dev.fer4j.eval.inference.anova.Nemenyi;
import dev.fer4j.eval.inference.anova.RepeatedMeasuresAnova;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.List;

/**
 * Tests whose blocks are category splits: the observations are each condition's test ROC AUC under
 * each rotation, averaged over training seeds. They ask whether a condition is better regardless of
 * the category that it is tested on. Control conditions are left out.
 *
 * <p>Rotations are not independent studies: the six rotations of three categories share their
 * people, each of whom is tested twice and trained on twice, so these tests are anti-conservative
 * by an unknown amount. Read them as a summary of the six comparisons, not as additional evidence.
 * With three conditions and six rotations, the smallest p that Friedman's test can have is 0.00013.
 *
 * @param conditions ids, in the order by which pairs are numbered
 * @param splits the number of rotations
 * @param friedman Friedman's test on ranks within rotations, or why it is undefined: it needs at
 *     least two rotations
 * @param pairs post-hoc comparisons of conditions after Friedman's test
 * @param repeatedMeasures the analysis of variance of the AUCs themselves
 */
public record RotationAnalysis(
        List<String> conditions,
        int splits,
        Finding<Friedman> friedman,
        Finding<Nemenyi> pairs,
        Finding<RepeatedMeasuresAnova> repeatedMeasures) {

    public RotationAnalysis {
        conditions = List.copyOf(conditions);
    }

    /**
     * Analyses a study.
     *
     * @param study the study; with fewer than two splits nothing is defined
     * @param unit what counts as one case
     */
    public static RotationAnalysis of(StudyResult study, EvaluationUnit unit) {
        StudyPlan plan = study.plan();
        List<Condition> conditions = plan.withoutControls();
        Finding<double[][]> aucs = aucs(study, conditions, unit);
        Finding<Friedman> friedman = aucs.flatMap(Friedman::of);
        return new RotationAnalysis(
                conditions.stream().map(Condition::id).toList(),
                plan.splits().size(),
                friedman,
                friedman.map(Nemenyi::of),
                aucs.flatMap(RepeatedMeasuresAnova::of));
    }

    private static Finding<double[][]> aucs(
            StudyResult study, List<Condition> conditions, EvaluationUnit unit) {
        List<CategorySplit> splits = study.plan().splits();
        if (splits.size() < 2) {
            return Finding.undefined("needs at least two category splits; this study has one");
        }
        double[][] blocks = new double[splits.size()][];
        for (int i = 0; i < blocks.length; i++) {
            Finding<double[]> block = new TestAucs(study, splits.get(i), unit).means(conditions);
            if (block.result().isEmpty()) {
                return Finding.undefined(
                        splits.get(i).id() + ": " + block.undefinedBecause().orElseThrow());
            }
            blocks[i] = block.result().get();
        }
        return Finding.of(blocks);
    }
}
