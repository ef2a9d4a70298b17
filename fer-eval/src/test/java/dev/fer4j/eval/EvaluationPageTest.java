package dev.fer4j.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.calibration.Binning;
import dev.fer4j.eval.calibration.ReliabilityCurve;
import dev.fer4j.eval.calibration.Temperature;
import dev.fer4j.eval.calibration.TemperatureFit;
import dev.fer4j.eval.fairness.FairnessGap;
import dev.fer4j.eval.fairness.FairnessReport;
import dev.fer4j.eval.fairness.GroupColumn;
import dev.fer4j.eval.fairness.GroupGap;
import dev.fer4j.eval.metric.AggregationRule;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.PrArea;
import dev.fer4j.eval.metric.PrecisionRecallCurve;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.metric.ThresholdChoice;
import dev.fer4j.eval.metric.ThresholdRule;
import dev.fer4j.eval.report.figure.Figures;
import dev.fer4j.eval.report.model.Figure;
import dev.fer4j.eval.unit.UnitMetric;
import dev.fer4j.eval.unit.UnitMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code and the figures that docs/evaluation.md shows. */
class EvaluationPageTest {

    private static Map<UnitMetric, Outcome> metrics(
            Predictions validationImages, Predictions testImages) {
        EvaluationUnit unit = EvaluationUnit.RECORDING;
        AggregationRule rule = AggregationRule.MEAN_PROBABILITY;
        Predictions validation = unit.aggregate(validationImages, rule);
        Predictions test = unit.aggregate(testImages, rule);

        // Chosen on validation, frozen, applied to test.
        ThresholdChoice threshold = ThresholdRule.maximalYouden().choose(validation);
        Predictions calibrated =
                TemperatureFit.of(validation).temperature().map(t -> t.apply(test)).orElse(test);

        UnitMetrics metrics = UnitMetrics.of(test, threshold);
        Outcome error = UnitMetrics.of(calibrated).get(UnitMetric.EXPECTED_CALIBRATION_ERROR);
        assertThat(error.value()).isPresent();
        return metrics.values();
    }

    private static Figure figures(
            boolean[] positives, double[] scores, Predictions test, Path folder)
            throws IOException {
        Figure roc = Figures.roc("ours", RocCurve.of(positives, scores));
        Figure pr = Figures.pr("ours", PrecisionRecallCurve.of(positives, scores));
        Figure calibration =
                Figures.calibration("ours", ReliabilityCurve.of(test, Binning.defaults()));
        roc.writeSvg(folder.resolve("roc.svg"));
        pr.writePng(folder.resolve("pr.png"));
        return calibration;
    }

    private static GroupGap gap(Predictions test, ThresholdChoice threshold) {
        GroupColumn both =
                GroupColumn.intersection(GroupColumn.named("gender"), GroupColumn.ageBands());
        FairnessReport report = FairnessReport.of(test, both, threshold);
        GroupGap gap = report.gap(FairnessGap.EQUALIZED_ODDS_DIFFERENCE);
        // gap.value(), the groups it lies between(), whether one is small(), and who is leftOut()
        return gap;
    }

    @Test
    void examplesRun(@TempDir Path folder) throws IOException {
        Predictions validation = MadeUpStudy.predictions(new Seed(1), 1, 20, 5, 10);
        Predictions test = MadeUpStudy.predictions(new Seed(2), 1, 20, 5, 10);

        assertThat(metrics(validation, test).values())
                .allSatisfy(outcome -> assertThat(outcome.value()).isPresent());
        assertThat(figures(test.positives(), test.probabilities(), test, folder).plots())
                .singleElement()
                .satisfies(plot -> assertThat(plot.key()).hasSize(2));
        assertThat(folder).isDirectoryContaining("glob:**roc.svg");
        assertThat(gap(test, Threshold.HALF).between()).hasSize(2);
        assertThat(TemperatureFit.of(validation)).isInstanceOf(Temperature.class);
    }

    @Test
    void aConstantBeatsThePapersBaselineByAnyAreaAndYouTubeByTheTrapezoid() {
        boolean[] positives = new boolean[3020];
        Arrays.fill(positives, 0, 2510, true);
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(positives, new double[3020]);

        for (PrArea way : PrArea.values()) {
            assertThat(curve.area(way).format(3))
                    .isEqualTo(way == PrArea.TRAPEZOID ? "0.916" : "0.831");
        }
        assertThat(curve.noSkill().format(3)).isEqualTo("0.831");
        ConfusionMatrix all = ConfusionMatrix.at(positives, new double[3020], 0);
        assertThat(all.f1().format(3)).isEqualTo("0.908");
        assertThat(all.accuracy().format(3)).isEqualTo("0.831");
    }
}
