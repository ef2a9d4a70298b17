package dev.fer4j.eval.unit;

import dev.fer4j.core.Predictions;
import dev.fer4j.eval.calibration.BrierScore;
import dev.fer4j.eval.calibration.LogLoss;
import dev.fer4j.eval.calibration.ReliabilityCurve;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.PrecisionRecallCurve;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.metric.ThresholdChoice;
import java.util.function.Function;

/**
 * The intermediate results for all metrics of a set of cases; each is computed once, and scores are
 * sorted once.
 *
 * @param atHalf counts at one half, for metrics that do not depend on a threshold
 * @param atThreshold counts at the threshold; those at one half if it is undefined
 */
record Judged(
        RocCurve roc,
        PrecisionRecallCurve pr,
        ConfusionMatrix atHalf,
        ConfusionMatrix atThreshold,
        ThresholdChoice threshold,
        BrierScore brier,
        LogLoss logLoss,
        ReliabilityCurve reliability) {

    static Judged of(Predictions cases, ThresholdChoice threshold) {
        boolean[] positives = cases.positives();
        double[] probabilities = cases.probabilities();
        RocCurve roc = RocCurve.of(positives, probabilities);
        ConfusionMatrix atHalf =
                ConfusionMatrix.at(positives, probabilities, Threshold.HALF.value());
        return new Judged(
                roc,
                roc.precisionRecall(),
                atHalf,
                threshold
                        .threshold()
                        .map(t -> ConfusionMatrix.at(positives, probabilities, t.value()))
                        .orElse(atHalf),
                threshold,
                BrierScore.of(positives, probabilities),
                LogLoss.of(positives, probabilities),
                ReliabilityCurve.of(positives, probabilities, UnitMetrics.BINNING));
    }

    /** A rate at the threshold; undefined if the threshold is. */
    Outcome rate(Function<ConfusionMatrix, Outcome> rate) {
        return threshold
                .undefinedBecause()
                .map(Outcome::undefined)
                .orElseGet(() -> rate.apply(atThreshold));
    }
}
