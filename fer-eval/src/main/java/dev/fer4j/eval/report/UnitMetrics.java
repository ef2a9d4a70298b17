package dev.fer4j.eval.report;

import dev.fer4j.core.Predictions;
import dev.fer4j.eval.metric.Accuracy;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.PrecisionRecallCurve;
import dev.fer4j.eval.metric.RocCurve;
import java.util.List;

/**
 * The metrics of one set of cases; the positive class is {@code Label.POSITIVE}.
 *
 * @param n how many cases there are
 * @param prevalence share of positive cases
 * @param noSkillPr average precision of a model without skill: the prevalence
 * @param averagePrecision see {@link PrecisionRecallCurve#averagePrecision()}
 * @param prTrapezoid see {@link PrecisionRecallCurve#trapezoid()}
 * @param rocAuc see {@link RocCurve#auc()}
 * @param accuracy of calling a case positive if its probability is at least 0.5
 * @param majorityAccuracy of calling every case by the more common class
 */
public record UnitMetrics(
        int n,
        Outcome prevalence,
        Outcome noSkillPr,
        Outcome averagePrecision,
        Outcome prTrapezoid,
        Outcome rocAuc,
        Outcome accuracy,
        Outcome majorityAccuracy) {

    /** Computes all of them. */
    public static UnitMetrics of(Predictions cases) {
        boolean[] positives = cases.positives();
        double[] scores = cases.probabilities();
        PrecisionRecallCurve precisionRecall = PrecisionRecallCurve.of(positives, scores);
        return new UnitMetrics(
                cases.size(),
                precisionRecall.prevalence(),
                precisionRecall.noSkill(),
                precisionRecall.averagePrecision(),
                precisionRecall.trapezoid(),
                RocCurve.of(positives, scores).auc(),
                Accuracy.at(positives, scores, Accuracy.HALF),
                Accuracy.ofMajority(positives));
    }

    /** Whether always calling the more common class would be right more often. */
    public boolean isAccuracyBelowMajority() {
        return accuracy.value().orElse(1.0) < majorityAccuracy.value().orElse(0.0);
    }

    /** All metrics, in the order of the components. */
    public List<Outcome> outcomes() {
        return List.of(
                prevalence,
                noSkillPr,
                averagePrecision,
                prTrapezoid,
                rocAuc,
                accuracy,
                majorityAccuracy);
    }
}
