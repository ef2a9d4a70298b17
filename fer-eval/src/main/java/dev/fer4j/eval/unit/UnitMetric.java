package dev.fer4j.eval.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonKey;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.fer4j.eval.calibration.BrierScore;
import dev.fer4j.eval.calibration.LogLoss;
import dev.fer4j.eval.calibration.ReliabilityCurve;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.PrArea;
import dev.fer4j.eval.metric.RocCurve;
import java.util.List;
import java.util.stream.Stream;

/**
 * The metrics of a set of cases, in printing order; the positive class is {@code Label.POSITIVE}.
 */
public enum UnitMetric {
    /** Share of positive cases. */
    PREVALENCE("prevalence", "Prevalence"),
    /** Average precision of a model without skill: the prevalence. */
    NO_SKILL_PR("no_skill_pr", "No-skill PR"),
    /** See {@link PrArea#AVERAGE_PRECISION}. */
    AVERAGE_PRECISION("average_precision", "AP"),
    /** See {@link PrArea#TRAPEZOID}. */
    PR_TRAPEZOID("pr_auc_trapezoid", "PR trapezoid"),
    /** See {@link RocCurve#auc()}. */
    ROC_AUC("roc_auc", "ROC AUC"),
    /** See {@link ConfusionMatrix#accuracy()}. */
    ACCURACY("accuracy", "Accuracy"),
    /** Accuracy of always predicting the more common class. */
    MAJORITY_ACCURACY("majority_accuracy", "Majority"),
    /** See {@link PrArea#INTERPOLATED}. */
    PR_INTERPOLATED("pr_auc_interpolated", "PR interpolated"),
    /** See {@link PrArea#DAVIS_GOADRICH}. */
    PR_DAVIS_GOADRICH("pr_auc_davis_goadrich", "PR Davis-Goadrich"),
    /** See {@link PrArea#KERAS}. */
    PR_KERAS("pr_auc_keras", "PR Keras"),
    /** See {@link RocCurve#kerasAuc()}. */
    ROC_KERAS("roc_auc_keras", "ROC Keras"),
    /** See {@link ConfusionMatrix#balancedAccuracy()}. */
    BALANCED_ACCURACY("balanced_accuracy", "Balanced accuracy"),
    /** See {@link ConfusionMatrix#recall()}. */
    RECALL("recall", "Recall"),
    /** See {@link ConfusionMatrix#specificity()}. */
    SPECIFICITY("specificity", "Specificity"),
    /** See {@link ConfusionMatrix#precision()}. */
    PRECISION("precision", "Precision"),
    /** See {@link ConfusionMatrix#negativePredictiveValue()}. */
    NEGATIVE_PREDICTIVE_VALUE("negative_predictive_value", "NPV"),
    /** See {@link ConfusionMatrix#f1()}. */
    F1("f1", "F1"),
    /** See {@link ConfusionMatrix#matthews()}. */
    MATTHEWS("matthews", "MCC"),
    /** See {@link ConfusionMatrix#cohenKappa()}. */
    COHEN_KAPPA("cohen_kappa", "Cohen's kappa"),
    /** See {@link ConfusionMatrix#youden()}. */
    YOUDEN("youden", "Youden's J"),
    /** See {@link BrierScore#score()}. */
    BRIER("brier_score", "Brier"),
    /** See {@link BrierScore#skill()}. */
    BRIER_SKILL("brier_skill", "Brier skill"),
    /** See {@link LogLoss}. */
    LOG_LOSS("log_loss", "Log loss"),
    /** See {@link ReliabilityCurve#expectedCalibrationError()}. */
    EXPECTED_CALIBRATION_ERROR("expected_calibration_error", "ECE"),
    /** See {@link ReliabilityCurve#maximumCalibrationError()}. */
    MAXIMUM_CALIBRATION_ERROR("maximum_calibration_error", "MCE");

    /** The metrics of the paper's Table 2, with what is needed to interpret them. */
    public static final List<UnitMetric> TABLE_2 =
            List.of(
                    PREVALENCE,
                    NO_SKILL_PR,
                    AVERAGE_PRECISION,
                    PR_TRAPEZOID,
                    ROC_AUC,
                    ACCURACY,
                    MAJORITY_ACCURACY);

    private final String id;
    private final String title;

    UnitMetric(String id, String title) {
        this.id = id;
        this.title = title;
    }

    @JsonCreator
    static UnitMetric ofId(String id) {
        return Stream.of(values())
                .filter(metric -> metric.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no metric " + id));
    }

    /** The name in files, for example {@code average_precision}. */
    @JsonValue
    @JsonKey
    public String id() {
        return id;
    }

    /** The heading in tables, for example {@code AP}. */
    public String title() {
        return title;
    }

    Outcome of(Judged judged) {
        return switch (this) {
            case PREVALENCE -> judged.pr().prevalence();
            case NO_SKILL_PR -> judged.pr().noSkill();
            case AVERAGE_PRECISION -> judged.pr().area(PrArea.AVERAGE_PRECISION);
            case PR_TRAPEZOID -> judged.pr().area(PrArea.TRAPEZOID);
            case ROC_AUC -> judged.roc().auc();
            case ACCURACY -> judged.rate(ConfusionMatrix::accuracy);
            case MAJORITY_ACCURACY -> judged.atHalf().majorityAccuracy();
            case PR_INTERPOLATED -> judged.pr().area(PrArea.INTERPOLATED);
            case PR_DAVIS_GOADRICH -> judged.pr().area(PrArea.DAVIS_GOADRICH);
            case PR_KERAS -> judged.pr().area(PrArea.KERAS);
            case ROC_KERAS -> judged.roc().kerasAuc();
            case BALANCED_ACCURACY -> judged.rate(ConfusionMatrix::balancedAccuracy);
            case RECALL -> judged.rate(ConfusionMatrix::recall);
            case SPECIFICITY -> judged.rate(ConfusionMatrix::specificity);
            case PRECISION -> judged.rate(ConfusionMatrix::precision);
            case NEGATIVE_PREDICTIVE_VALUE -> judged.rate(ConfusionMatrix::negativePredictiveValue);
            case F1 -> judged.rate(ConfusionMatrix::f1);
            case MATTHEWS -> judged.rate(ConfusionMatrix::matthews);
            case COHEN_KAPPA -> judged.rate(ConfusionMatrix::cohenKappa);
            case YOUDEN -> judged.rate(ConfusionMatrix::youden);
            case BRIER -> judged.brier().score();
            case BRIER_SKILL -> judged.brier().skill();
            case LOG_LOSS -> judged.logLoss().loss();
            case EXPECTED_CALIBRATION_ERROR -> judged.reliability().expectedCalibrationError();
            case MAXIMUM_CALIBRATION_ERROR -> judged.reliability().maximumCalibrationError();
        };
    }
}
