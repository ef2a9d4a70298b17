package dev.fer4j.eval.report.table;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.TrainingMix;
import java.util.Optional;

/**
 * The results that the paper reports (P. Alipour, E. Gallegos, Artif. Intell. Rev. 58:145, 2025),
 * by the id of its condition. For comparison with your own results, never as a target: data, seeds
 * and much of the procedure are not given there.
 */
public final class PaperResults {

    /** The paper's analysis of variance (section 7). */
    public static final String ANOVA = "F(2, 297) = 24.38, p < 0.001";

    /**
     * Share of interested images in the test split: 2,510 of 3,020 (paper, section 2). The paper
     * does not state whether this is the class that its areas refer to.
     */
    public static final double TEST_PREVALENCE = 2510.0 / 3020;

    /**
     * Images of each split (paper, Table 1).
     *
     * @param train of the training split
     * @param validate of the validation split
     * @param test of the test split
     * @param total of all three
     */
    public record Counts(int train, int validate, int test, int total) {}

    /**
     * Areas on the test split (paper, Table 2).
     *
     * @param pr under the precision-recall curve; positive class and estimator are not given
     * @param roc under the ROC curve
     */
    public record Auc(double pr, double roc) {}

    private static final ImmutableMap<String, Counts> TABLE_1 =
            ImmutableMap.of(
                    Condition.BASELINE.id(), new Counts(3370, 4060, 3020, 10_450),
                    Condition.BASELINE_YOUTUBE.id(), new Counts(5370, 4060, 3020, 12_450),
                    Condition.BASELINE_STYLEGAN2.id(), new Counts(5392, 4060, 3020, 12_472));

    private static final ImmutableMap<String, Auc> TABLE_2 =
            ImmutableMap.of(
                    Condition.BASELINE.id(), new Auc(0.82, 0.82),
                    Condition.BASELINE_YOUTUBE.id(), new Auc(0.89, 0.88),
                    Condition.BASELINE_STYLEGAN2.id(), new Auc(0.94, 0.94));

    private PaperResults() {}

    /**
     * Whether a condition is the paper's: the same id and sources, with every image used once,
     * under the paper's category split.
     */
    public static boolean hasCondition(Condition condition, CategorySplit split) {
        return split.equals(CategorySplit.paper())
                && condition.mix().equals(TrainingMix.ALL)
                && hasSources(condition);
    }

    /** Whether the paper trained a condition of this id on these sources, in any mixture. */
    public static boolean hasSources(Condition condition) {
        return TABLE_2.containsKey(condition.id())
                && Condition.STANDARD.stream()
                        .filter(papers -> papers.id().equals(condition.id()))
                        .anyMatch(
                                papers ->
                                        papers.trainingSources()
                                                .equals(condition.trainingSources()));
    }

    /**
     * The paper's counts of images for a condition under a category split, if both are the paper's.
     */
    public static Optional<Counts> table1(Condition condition, CategorySplit split) {
        return hasCondition(condition, split) ? table1(condition.id()) : Optional.empty();
    }

    /** The paper's areas for a condition under a category split, if both are the paper's. */
    public static Optional<Auc> table2(Condition condition, CategorySplit split) {
        return hasCondition(condition, split) ? table2(condition.id()) : Optional.empty();
    }

    /** The paper's counts of images, or empty for a condition that it does not have. */
    public static Optional<Counts> table1(String conditionId) {
        return Optional.ofNullable(TABLE_1.get(conditionId));
    }

    /** The paper's areas, or empty for a condition that it did not train. */
    public static Optional<Auc> table2(String conditionId) {
        return Optional.ofNullable(TABLE_2.get(conditionId));
    }
}
