package dev.fer4j.eval.report;

import dev.fer4j.core.CellResult;
import dev.fer4j.core.Condition;
import dev.fer4j.core.TrainingHistory.Epoch;
import dev.fer4j.eval.study.StudyResult;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws training (solid) and validation (dashed) by epoch, one colour a condition. */
final class LearningCurves {

    private static final int PLOT_HEIGHT = 370;
    private static final int FEW_EPOCHS = 3;
    private static final int EPOCHS_WITH_A_TICK_EACH = 20;

    private final StudyResult study;
    private final List<Condition> shown;
    private final XYChart chart;
    private final ToDoubleFunction<Epoch> train;
    private final ToDoubleFunction<Epoch> validation;
    private final double xScale;
    private final double yScale;

    private LearningCurves(
            StudyResult study,
            List<Condition> shown,
            XYChart chart,
            ToDoubleFunction<Epoch> train,
            ToDoubleFunction<Epoch> validation) {
        this.study = study;
        this.shown = shown;
        this.chart = chart;
        this.train = train;
        this.validation = validation;
        XYStyler styler = chart.getStyler();
        this.xScale = HouseChart.PLOT_WIDTH / (styler.getXAxisMax() - styler.getXAxisMin());
        this.yScale = PLOT_HEIGHT / (styler.getYAxisMax() - styler.getYAxisMin());
    }

    /**
     * Draws one quantity.
     *
     * @param shown conditions of the study
     * @param highest the quantity is never larger
     */
    static XYChart draw(
            StudyResult study,
            List<Condition> shown,
            String title,
            String yTitle,
            ToDoubleFunction<Epoch> train,
            ToDoubleFunction<Epoch> validation,
            double highest) {
        int legendLines = shown.size() + 2;
        XYChart chart = HouseChart.create(title, "Epoch", yTitle, PLOT_HEIGHT, legendLines);
        List<Epoch> epochs =
                shown.stream()
                        .flatMap(condition -> study.of(condition).stream())
                        .flatMap(cell -> cell.history().epochs().stream())
                        .toList();
        setEpochAxis(chart, epochs.stream().mapToInt(Epoch::epoch).max().orElse(1));
        HouseChart.fitY(
                chart,
                epochs.stream()
                        .flatMapToDouble(
                                e ->
                                        DoubleStream.of(
                                                train.applyAsDouble(e),
                                                validation.applyAsDouble(e)))
                        .filter(Double::isFinite)
                        .summaryStatistics(),
                0,
                highest);
        new LearningCurves(study, shown, chart, train, validation).drawAll();
        return chart;
    }

    private void drawAll() {
        for (Condition condition : shown) {
            Color colour = HouseChart.colour(study.plan(), condition);
            HouseChart.legendOnly(
                    chart, condition.id(), condition.title(), colour, Stroke.SOLID.plain());
            for (CellResult cell : study.of(condition)) {
                if (!cell.history().epochs().isEmpty()) {
                    draw(cell, colour);
                }
            }
        }
        HouseChart.legendOnly(
                chart, "train", "training images", HouseChart.GREY, Stroke.SOLID.plain());
        HouseChart.legendOnly(
                chart, "validate", "validation images", HouseChart.GREY, Stroke.DASHED.plain());
    }

    private void draw(CellResult cell, Color colour) {
        String id = cell.cell().id();
        List<Epoch> epochs = cell.history().epochs();
        BasicStroke stroke = Stroke.SOLID.through(epochs.size());
        XYSeries trainLine =
                HouseChart.line(chart, id + " train", points(epochs, train), colour, stroke);
        XYSeries validationLine =
                HouseChart.line(
                        chart,
                        id + " validate",
                        Dashes.cut(points(epochs, validation), xScale, yScale),
                        colour,
                        stroke);
        List<Epoch> bestEpoch = List.of(cell.history().best());
        XYSeries best =
                HouseChart.line(chart, id + " best", points(bestEpoch, validation), colour, stroke);
        best.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour);
        if (epochs.size() <= FEW_EPOCHS) {
            trainLine.setMarker(SeriesMarkers.SQUARE).setMarkerColor(colour);
        }
        for (XYSeries series : List.of(trainLine, validationLine, best)) {
            series.setShowInLegend(false);
        }
    }

    private static List<PlotPoint> points(List<Epoch> epochs, ToDoubleFunction<Epoch> quantity) {
        return epochs.stream()
                .map(
                        e -> {
                            double y = quantity.applyAsDouble(e);
                            return new PlotPoint(e.epoch(), Double.isFinite(y) ? y : Double.NaN);
                        })
                .toList();
    }

    /**
     * Puts a tick on each epoch, or on every second, fifth, tenth and so on.
     *
     * <p>The label pattern alone does not do it: with few epochs XChart sets ticks between them and
     * rounds their labels. So it is told how far apart they have to be.
     */
    private static void setEpochAxis(XYChart chart, int last) {
        boolean tickEach = last <= EPOCHS_WITH_A_TICK_EACH;
        XYStyler styler = chart.getStyler();
        styler.setXAxisMin(tickEach ? 0.5 : 0.0);
        styler.setXAxisMax(tickEach ? last + 0.5 : 1.01 * last);
        styler.setXAxisDecimalPattern("0");
        if (last > 1) {
            styler.setXAxisTickMarkSpacingHint(
                    Math.max(styler.getXAxisTickMarkSpacingHint(), HouseChart.PLOT_WIDTH / last));
        }
    }
}
