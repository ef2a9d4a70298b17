package dev.fer4j.eval.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.eval.calibration.Binning;
import dev.fer4j.eval.calibration.ReliabilityCurve;
import dev.fer4j.eval.metric.PrecisionRecallCurve;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.report.model.Figure;
import dev.fer4j.eval.report.plot.LegendEntry;
import dev.fer4j.eval.report.plot.Mark;
import dev.fer4j.eval.report.plot.PlotPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {

    private static final boolean[] POSITIVES = {true, true, false, true, false, false};
    private static final double[] GOOD = {0.9, 0.8, 0.7, 0.6, 0.2, 0.1};
    private static final double[] BAD = {0.1, 0.2, 0.6, 0.7, 0.8, 0.9};
    private static final boolean[] ONE_CLASS = {false, false};

    private static List<String> labels(Figure figure) {
        return figure.plots().get(0).key().stream().map(LegendEntry::label).toList();
    }

    private static List<Mark> marks(Figure figure) {
        return figure.plots().get(0).marks();
    }

    @Test
    void rocCurvesAreDrawnFromScoresAloneInTheirOrder() {
        Map<String, RocCurve> curves = new LinkedHashMap<>();
        curves.put("theirs", RocCurve.of(POSITIVES, BAD));
        curves.put("ours", RocCurve.of(POSITIVES, GOOD));
        Figure figure = Figures.roc(curves);
        assertThat(labels(figure))
                .containsExactly(
                        "theirs: ROC AUC 0.111", "ours: ROC AUC 0.889", "no skill: ROC AUC 0.5");
        assertThat(((Mark.Line) marks(figure).get(2)).points())
                .contains(new PlotPoint(0, 2.0 / 3), new PlotPoint(1.0 / 3, 1))
                .startsWith(new PlotPoint(0, 0))
                .endsWith(new PlotPoint(1, 1));
    }

    @Test
    void precisionRecallCurvesAreStepsAboveThePrevalence() {
        Figure figure = Figures.pr("mine", PrecisionRecallCurve.of(POSITIVES, GOOD));
        assertThat(labels(figure))
                .containsExactly(
                        "mine: average precision 0.917", "no skill: the prevalence, 0.500");
        assertThat(((Mark.Line) marks(figure).get(0)).points())
                .containsExactly(new PlotPoint(0, 0.5), new PlotPoint(1, 0.5));
        assertThat(((Mark.Line) marks(figure).get(1)).points())
                .endsWith(new PlotPoint(2.0 / 3, 0.75), new PlotPoint(1, 0.75));
    }

    @Test
    void calibrationIsDrawnFromProbabilities() {
        ReliabilityCurve curve = ReliabilityCurve.of(POSITIVES, GOOD, Binning.equalWidth(2));
        Figure figure = Figures.calibration("mine", curve);
        assertThat(labels(figure).get(0))
                .startsWith("mine: ")
                .contains(curve.expectedCalibrationError().format(3));
        assertThat(((Mark.Line) marks(figure).get(1)).points())
                .containsExactly(
                        new PlotPoint(curve.bins().get(0).meanProbability(), 0),
                        new PlotPoint(curve.bins().get(1).meanProbability(), 0.75));
    }

    @Test
    void anUndefinedCurveIsInTheKeyOnly() {
        double[] scores = {0.3, 0.4};
        Figure roc = Figures.roc("one class", RocCurve.of(ONE_CLASS, scores));
        assertThat(labels(roc).get(0)).isEqualTo("one class: ROC AUC undefined");
        assertThat(marks(roc)).hasSize(1);
        Figure pr = Figures.pr("one class", PrecisionRecallCurve.of(ONE_CLASS, scores));
        assertThat(labels(pr).get(0)).isEqualTo("one class: average precision undefined");
    }

    @Test
    void aFigureOfNothingIsRefused() {
        assertThatThrownBy(() -> Figures.roc(Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Figures.calibration(Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneCallWritesAFile(@TempDir Path folder) throws IOException {
        Path png = folder.resolve("roc.png");
        Figures.roc("mine", RocCurve.of(POSITIVES, GOOD)).writePng(png);
        assertThat(ImageIO.read(png.toFile()).getWidth()).isGreaterThan(600);
        Path svg = folder.resolve("roc.svg");
        Figures.roc("mine", RocCurve.of(POSITIVES, GOOD)).writeSvg(svg);
        assertThat(svg).content().contains("mine: ROC AUC 0.889");
    }
}
