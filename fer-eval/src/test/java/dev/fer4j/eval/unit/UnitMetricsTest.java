package dev.fer4j.eval.unit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.calibration.BrierScore;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.metric.ThresholdChoice;
import dev.fer4j.eval.metric.ThresholdRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnitMetricsTest {

    private static final Predictions CASES = MadeUpStudy.predictions(new Seed(1), 1, 8, 5, 2);
    private static final UnitMetrics METRICS = UnitMetrics.of(CASES);

    @Test
    void valuesAreThoseOfTheMetrics() {
        assertThat(METRICS.n()).isEqualTo(80);
        assertThat(METRICS.get(UnitMetric.ROC_AUC))
                .isEqualTo(RocCurve.of(CASES.positives(), CASES.probabilities()).auc());
        assertThat(METRICS.get(UnitMetric.BRIER)).isEqualTo(BrierScore.of(CASES).score());
        assertThat(METRICS.get(UnitMetric.RECALL))
                .isEqualTo(ConfusionMatrix.at(CASES, 0.5).recall());
        assertThat(METRICS.get(UnitMetric.NO_SKILL_PR))
                .isEqualTo(METRICS.get(UnitMetric.PREVALENCE));
    }

    @ParameterizedTest
    @EnumSource
    void everyMetricIsDefinedForOrdinaryCases(UnitMetric metric) {
        assertThat(METRICS.get(metric).undefinedBecause()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyMetricSaysWhyNothingHasNone(UnitMetric metric) {
        assertThat(UnitMetrics.of(new Predictions(List.of())).get(metric).undefinedBecause())
                .isPresent();
    }

    @Test
    void aThresholdThatWasChosenIsUsed() {
        ThresholdChoice strict = ThresholdRule.atSpecificity(1).choose(CASES);
        UnitMetrics metrics = UnitMetrics.of(CASES, strict);

        assertThat(metrics.get(UnitMetric.SPECIFICITY).value()).contains(1.0);
        assertThat(metrics.threshold()).isEqualTo(strict);
        assertThat(METRICS.threshold()).isEqualTo(Threshold.HALF);
    }

    @Test
    void whatNeedsAnUndefinedThresholdIsUndefined() {
        ThresholdChoice none = new ThresholdChoice.Undefined("validation is of one class");
        UnitMetrics metrics = UnitMetrics.of(CASES, none);

        for (UnitMetric metric : UnitMetric.values()) {
            boolean needsThreshold =
                    List.of(
                                    UnitMetric.ACCURACY,
                                    UnitMetric.BALANCED_ACCURACY,
                                    UnitMetric.RECALL,
                                    UnitMetric.SPECIFICITY,
                                    UnitMetric.PRECISION,
                                    UnitMetric.NEGATIVE_PREDICTIVE_VALUE,
                                    UnitMetric.F1,
                                    UnitMetric.MATTHEWS,
                                    UnitMetric.COHEN_KAPPA,
                                    UnitMetric.YOUDEN)
                            .contains(metric);
            assertThat(metrics.get(metric))
                    .as(metric.id())
                    .isEqualTo(
                            needsThreshold
                                    ? Outcome.undefined("validation is of one class")
                                    : METRICS.get(metric));
        }
    }

    @Test
    void accuracyIsComparedWithTheMajority() {
        Predictions wrong =
                new Predictions(
                        List.of(
                                new Prediction("a", Label.INTERESTED, 0.1, "a", "p", Map.of()),
                                new Prediction("b", Label.INTERESTED, 0.9, "b", "p", Map.of())));

        assertThat(UnitMetrics.of(wrong).isAccuracyBelowMajority()).isTrue();
        assertThat(UnitMetrics.of(new Predictions(List.of())).isAccuracyBelowMajority()).isFalse();
    }

    @Test
    void idsAndTitlesAreDifferent() {
        assertThat(Arrays.stream(UnitMetric.values()).map(UnitMetric::id)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(UnitMetric.values()).map(UnitMetric::title))
                .doesNotHaveDuplicates();
    }

    @Test
    void asJsonItHasEveryMetricByItsId() {
        String json = Json.line(METRICS);

        assertThat(json).startsWith("{\"n\":80,\"threshold\":{\"threshold\":0.5,\"rule\":");
        for (UnitMetric metric : UnitMetric.values()) {
            assertThat(json).contains("\"" + metric.id() + "\":{\"value\":");
        }
    }
}
