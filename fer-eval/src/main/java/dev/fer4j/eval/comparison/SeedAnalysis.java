package dev.fer4j.eval.comparison;

import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.inference.anova.OneWayAnova;
import dev.fer4j.eval.inference.anova.RepeatedMeasuresAnova;
import dev.fer4j.eval.inference.anova.TukeyHsd;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Analyses of variance whose observations are trainings: each condition's test ROC AUC for each
 * training seed, on the same test people. They ask whether conditions differ by more than
 * retraining with another seed does. Control conditions are left out.
 *
 * <p>Trainings with the same seed start from the same state under all conditions, so seeds are
 * blocks and the repeated-measures analysis is the one to read. The one-way analysis treats them as
 * unrelated; it is provided for {@link TukeyHsd}, and to compare with the paper's, whose
 * observations are not trainings.
 *
 * <p>None of them generalizes to other people: the test participants are the same throughout.
 *
 * @param split the category split's id
 * @param conditions ids, in the order by which pairs are numbered
 * @param repeatedMeasures the analysis with seeds as blocks, or why it is undefined: it needs at
 *     least two training seeds
 * @param oneWay the analysis with seeds as unrelated observations
 * @param pairs pairwise comparisons of conditions by the one-way analysis, with 95 % intervals
 */
public record SeedAnalysis(
        String split,
        List<String> conditions,
        Finding<RepeatedMeasuresAnova> repeatedMeasures,
        Finding<OneWayAnova> oneWay,
        Finding<TukeyHsd> pairs) {

    public SeedAnalysis {
        conditions = List.copyOf(conditions);
    }

    /**
     * Analyses one split.
     *
     * @param study the study; with fewer than two seeds nothing is defined
     * @param split one of the study's
     * @param unit what counts as one case
     */
    public static SeedAnalysis of(StudyResult study, CategorySplit split, EvaluationUnit unit) {
        List<Condition> conditions = study.plan().withoutControls();
        Finding<double[][]> aucs = aucs(study, new TestAucs(study, split, unit), conditions);
        Finding<List<double[]>> groups = aucs.map(SeedAnalysis::byCondition);
        return new SeedAnalysis(
                split.id(),
                conditions.stream().map(Condition::id).toList(),
                aucs.flatMap(RepeatedMeasuresAnova::of),
                groups.flatMap(OneWayAnova::of),
                groups.flatMap(g -> TukeyHsd.of(g, Interval.DEFAULT_LEVEL)));
    }

    private static Finding<double[][]> aucs(
            StudyResult study, TestAucs aucs, List<Condition> conditions) {
        int seeds = study.plan().seeds().size();
        if (seeds < 2) {
            return Finding.undefined(
                    "needs at least two training seeds per condition; this study has one");
        }
        double[][] blocks = new double[seeds][];
        for (int i = 0; i < blocks.length; i++) {
            Finding<double[]> block = aucs.ofTraining(conditions, i);
            if (block.result().isEmpty()) {
                return Finding.undefined(block.undefinedBecause().orElseThrow());
            }
            blocks[i] = block.result().get();
        }
        return Finding.of(blocks);
    }

    private static List<double[]> byCondition(double[][] blocks) {
        List<double[]> groups = new ArrayList<>();
        for (int j = 0; j < blocks[0].length; j++) {
            double[] group = new double[blocks.length];
            for (int i = 0; i < group.length; i++) {
                group[i] = blocks[i][j];
            }
            groups.add(group);
        }
        return groups;
    }
}
