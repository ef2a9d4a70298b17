package dev.fer4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.eval.ReferenceCase;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Agreement with scikit-learn and with exact arithmetic; see {@link ReferenceCase}. */
class MetricReferenceTest {

    @ParameterizedTest
    @EnumSource
    void areasAgree(ReferenceCase.Kind kind) {
        for (ReferenceCase input : ReferenceCase.of(getClass(), "curves.tsv", kind)) {
            RocCurve roc = RocCurve.of(input.positives(), input.scores());
            assertAreas(input, roc, PrecisionRecallCurve.of(input.positives(), input.scores()));
            double to = input.number("to");
            double from = input.number("from");
            input.assertOutcome(roc.standardizedPartialAuc(0, to), "partial_to");
            input.assertOutcome(roc.partialAuc(from, to), "partial");
            input.assertOutcome(roc.standardizedPartialAuc(from, to), "standardized");
        }
    }

    @Test
    void areasOfAMillionSamplesAgree() {
        for (ReferenceCase input : ReferenceCase.large(getClass(), "large.tsv")) {
            RocCurve roc = RocCurve.of(input.positives(), input.scores());
            assertAreas(input, roc, roc.precisionRecall());
        }
    }

    private static void assertAreas(
            ReferenceCase input, RocCurve roc, PrecisionRecallCurve precisionRecall) {
        input.assertOutcome(roc.auc(), "roc_auc");
        input.assertOutcome(roc.kerasAuc(), "keras_roc");
        input.assertOutcome(precisionRecall.averagePrecision(), "average_precision");
        input.assertOutcome(precisionRecall.trapezoid(), "trapezoid");
        input.assertOutcome(precisionRecall.area(PrArea.INTERPOLATED), "interpolated");
        input.assertOutcome(precisionRecall.area(PrArea.DAVIS_GOADRICH), "davis_goadrich");
        input.assertOutcome(precisionRecall.area(PrArea.KERAS), "keras_pr");
    }

    @ParameterizedTest
    @EnumSource
    void everyPointAgrees(ReferenceCase.Kind kind) {
        for (ReferenceCase input : ReferenceCase.of(getClass(), "curves.tsv", kind)) {
            List<RocCurve.Point> roc = RocCurve.of(input.positives(), input.scores()).points();
            assertThat(roc).as("points of %s", input).hasSize((int) input.number("points"));
            input.assertValue(weighted(roc, RocCurve.Point::falsePositiveRate), "fpr");
            input.assertValue(weighted(roc, RocCurve.Point::truePositiveRate), "tpr");
            input.assertValue(
                    weighted(roc.subList(1, roc.size()), RocCurve.Point::threshold), "thresholds");
            List<PrecisionRecallCurve.Point> pr =
                    PrecisionRecallCurve.of(input.positives(), input.scores()).points();
            input.assertValue(weighted(pr, PrecisionRecallCurve.Point::precision), "precision");
            input.assertValue(weighted(pr, PrecisionRecallCurve.Point::recall), "recall");
        }
    }

    /** A sum that depends on the order: the k-th value counts k times. */
    private static <P> double weighted(List<P> points, ToDoubleFunction<P> coordinate) {
        double sum = 0;
        for (int k = 0; k < points.size(); k++) {
            sum += (k + 1) * coordinate.applyAsDouble(points.get(k));
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource
    void ratesAgree(ReferenceCase.Kind kind) {
        List<Double> thresholds = List.of(0.5, 0.5, 2.0, 0.5, 0.5, 0.0);
        for (ReferenceCase input : ReferenceCase.of(getClass(), "thresholds.tsv", kind)) {
            ConfusionMatrix matrix =
                    ConfusionMatrix.at(
                            input.positives(), input.scores(), thresholds.get(input.index() % 6));
            assertThat(matrix)
                    .as(input.toString())
                    .isEqualTo(
                            new ConfusionMatrix(
                                    (int) input.number("tp"),
                                    (int) input.number("fp"),
                                    (int) input.number("tn"),
                                    (int) input.number("fn")));
            input.assertOutcome(matrix.accuracy(), "accuracy");
            input.assertOutcome(matrix.balancedAccuracy(), "balanced_accuracy");
            input.assertOutcome(matrix.precision(), "precision");
            input.assertOutcome(matrix.recall(), "recall");
            input.assertOutcome(matrix.specificity(), "specificity");
            input.assertOutcome(matrix.negativePredictiveValue(), "npv");
            input.assertOutcome(matrix.f1(), "f1");
            input.assertOutcome(matrix.fBeta(2), "f2");
            input.assertOutcome(matrix.matthews(), "matthews");
            input.assertOutcome(matrix.cohenKappa(), "kappa");
            input.assertOutcome(matrix.youden(), "youden");
        }
    }

    @ParameterizedTest
    @EnumSource
    void chosenThresholdsAgree(ReferenceCase.Kind kind) {
        for (ReferenceCase input : ReferenceCase.of(getClass(), "thresholds.tsv", kind)) {
            assertChosen(input, ThresholdRule.maximalYouden(), "max_youden");
            assertChosen(input, ThresholdRule.maximalF1(), "max_f1");
            assertChosen(input, ThresholdRule.atSensitivity(0.8), "sensitivity");
            assertChosen(input, ThresholdRule.atSpecificity(0.8), "specificity_rule");
        }
    }

    private static void assertChosen(ReferenceCase input, ThresholdRule rule, String column) {
        ThresholdChoice choice = rule.choose(input.positives(), input.scores());
        input.assertOutcome(
                choice.threshold()
                        .map(threshold -> Outcome.of(threshold.value()))
                        .orElseGet(() -> Outcome.undefined(choice.toText())),
                column);
    }
}
