package dev.fer4j.eval.scored;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.Clusters;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.PrArea;
import dev.fer4j.eval.metric.PrecisionRecallCurve;
import dev.fer4j.eval.metric.RocCurve;

/** Metrics of arbitrary scores, probabilities or not. All are in [0, 1]. */
public enum ScoreMetric {
    /** Share of positive cases. */
    PREVALENCE("prevalence", "Prevalence"),
    /** See {@link RocCurve#auc()}. */
    ROC_AUC("roc_auc", "ROC AUC"),
    /** See {@link PrArea#AVERAGE_PRECISION}. */
    AVERAGE_PRECISION("average_precision", "Average precision"),
    /** See {@link PrArea#TRAPEZOID}. */
    PR_AUC_TRAPEZOID("pr_auc_trapezoid", "PR AUC, trapezoid");

    private final String id;
    private final String title;

    ScoreMetric(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The name in files. */
    @JsonValue
    public String id() {
        return id;
    }

    /** The name in tables. */
    public String title() {
        return title;
    }

    private Outcome of(boolean[] positives, double[] scores) {
        return switch (this) {
            // Counted at an arbitrary threshold, since a curve would sort the scores needlessly.
            case PREVALENCE -> ConfusionMatrix.at(positives, scores, 0).prevalence();
            case ROC_AUC -> RocCurve.of(positives, scores).auc();
            case AVERAGE_PRECISION ->
                    PrecisionRecallCurve.of(positives, scores).area(PrArea.AVERAGE_PRECISION);
            case PR_AUC_TRAPEZOID ->
                    PrecisionRecallCurve.of(positives, scores).area(PrArea.TRAPEZOID);
        };
    }

    /** The metric as a function of how often each cluster counts. */
    ClusteredMetric of(boolean[] positives, double[] scores, Clusters clusters) {
        return this == ROC_AUC
                ? ClusteredMetric.auc(positives, scores, clusters)
                : new RepeatedScores(positives, scores, clusters, this::of);
    }
}
