package dev.fer4j.eval.report.figure;

import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.design.TrainingHistory.Epoch;
import dev.fer4j.eval.report.plot.Axis;
import dev.fer4j.eval.report.plot.Ink;
import dev.fer4j.eval.report.plot.LegendEntry;
import dev.fer4j.eval.report.plot.Mark;
import dev.fer4j.eval.report.plot.PlotPoint;
import dev.fer4j.eval.report.plot.Stroke;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Draws one quantity by epoch, dashed on training and solid on validation images. With several
 * seeds the line is their mean, within a band from the lowest to the highest value.
 *
 * @param shown all conditions of the figure, whose values determine the axes
 */
record LearningCurves(StudyResult study, List<Condition> shown, Quantity quantity)
        implements PanelContent {

    private static final int FEW_EPOCHS = 3;

    /** What is drawn by epoch. */
    enum Quantity {
        LOSS(
                "Loss",
                "Binary cross-entropy (nats)",
                Double.MAX_VALUE / 2,
                Epoch::trainLoss,
                Epoch::validationLoss),
        ACCURACY(
                "Accuracy",
                "Accuracy (share of images)",
                1,
                Epoch::trainAccuracy,
                Epoch::validationAccuracy);

        private final String title;
        private final String axis;
        private final double highest;

        @SuppressWarnings("ImmutableEnumChecker") // The functions have no state.
        private final ToDoubleFunction<Epoch> train;

        @SuppressWarnings("ImmutableEnumChecker") // The functions have no state.
        private final ToDoubleFunction<Epoch> validation;

        Quantity(
                String title,
                String axis,
                double highest,
                ToDoubleFunction<Epoch> train,
                ToDoubleFunction<Epoch> validation) {
            this.title = title;
            this.axis = axis;
            this.highest = highest;
            this.train = train;
            this.validation = validation;
        }
    }

    @Override
    public String title() {
        return quantity.title + " by epoch";
    }

    @Override
    public Axis x(CategorySplit split) {
        return Axis.ofWhole("Epoch", 1, Math.max(1, lastEpoch(split)));
    }

    @Override
    public Axis y(CategorySplit split) {
        DoubleSummaryStatistics values =
                shown.stream()
                        .flatMap(condition -> histories(split, condition).stream())
                        .flatMap(history -> history.epochs().stream())
                        .flatMapToDouble(
                                epoch ->
                                        DoubleStream.of(
                                                quantity.train.applyAsDouble(epoch),
                                                quantity.validation.applyAsDouble(epoch)))
                        .filter(Double::isFinite)
                        .summaryStatistics();
        if (values.getCount() == 0) {
            return Axis.over(quantity.axis, 0, 1);
        }
        double room = Math.max(0.01, 0.06 * (values.getMax() - values.getMin()));
        return Axis.over(
                quantity.axis,
                Math.max(-room / 2, values.getMin() - room),
                Math.min(quantity.highest + room / 2, values.getMax() + room));
    }

    @Override
    public int height(int width) {
        return width * 2 / 3;
    }

    @Override
    public List<Mark> marks(CategorySplit split, Panel panel) {
        List<Mark> bands = new ArrayList<>();
        List<Mark> lines = new ArrayList<>();
        for (Condition condition : panel.shown()) {
            Ink ink = panel.ink(study.plan(), condition);
            boolean broad = panel.stroke(condition).equals(Stroke.SOLID);
            Line train = new Line(split, condition, quantity.train);
            Line validation = new Line(split, condition, quantity.validation);
            bands.addAll(band(train, ink));
            bands.addAll(band(validation, ink));
            lines.addAll(line(train, ink, broad ? Stroke.DASHED : Stroke.THIN_DASHED));
            lines.addAll(line(validation, ink, panel.stroke(condition)));
            lines.add(new Mark.Dots(finite(bestEpochs(validation)), ink, broad ? 4.5 : 3.5));
        }
        bands.addAll(lines);
        return bands;
    }

    @Override
    public String numbers(CategorySplit split, Condition condition) {
        List<TrainingHistory> histories = histories(split, condition);
        DoubleSummaryStatistics best =
                histories.stream()
                        .filter(history -> !history.epochs().isEmpty())
                        .map(history -> history.epochs().get(history.bestEpoch() - 1))
                        .mapToDouble(quantity.validation)
                        .filter(Double::isFinite)
                        .summaryStatistics();
        if (best.getCount() == 0) {
            return "not recorded";
        }
        return String.format(
                Locale.ROOT,
                "%.3f, %s",
                best.getAverage(),
                histories.size() == 1
                        ? "epoch " + histories.get(0).bestEpoch()
                        : "mean of " + best.getCount());
    }

    @Override
    public List<LegendEntry> legend() {
        return List.of(
                new LegendEntry("validation images", Ink.SOFT, Stroke.SOLID),
                new LegendEntry("training images", Ink.SOFT, Stroke.DASHED));
    }

    /** The values of a condition's trainings. */
    private record Line(CategorySplit split, Condition condition, ToDoubleFunction<Epoch> value) {}

    private List<TrainingHistory> histories(CategorySplit split, Condition condition) {
        return study.of(condition).stream()
                .filter(result -> result.cell().split().equals(split))
                .map(CellResult::history)
                .toList();
    }

    private int lastEpoch(CategorySplit split) {
        return shown.stream()
                .flatMap(condition -> histories(split, condition).stream())
                .mapToInt(history -> history.epochs().size())
                .max()
                .orElse(0);
    }

    private List<Mark> band(Line line, Ink ink) {
        List<Mark.Range> ranges = new ArrayList<>();
        for (int epoch = 1; epoch <= lastEpoch(line.split()); epoch++) {
            DoubleSummaryStatistics values = values(line, epoch);
            if (values.getCount() > 1) {
                ranges.add(new Mark.Range(epoch, values.getMin(), values.getMax()));
            }
        }
        return ranges.size() > 1 ? List.of(new Mark.Band(ranges, ink)) : List.of();
    }

    private List<Mark> line(Line line, Ink ink, Stroke stroke) {
        List<PlotPoint> means = new ArrayList<>();
        for (int epoch = 1; epoch <= lastEpoch(line.split()); epoch++) {
            means.add(mean(line, epoch));
        }
        List<Mark> marks = new ArrayList<>(List.of(new Mark.Line(means, ink, stroke)));
        if (means.size() <= FEW_EPOCHS) {
            // A line with a single point is invisible.
            marks.add(new Mark.Dots(finite(means), ink, 2.5));
        }
        return marks;
    }

    /** Placed on the line, which is the mean if there are several seeds. */
    private List<PlotPoint> bestEpochs(Line line) {
        return histories(line.split(), line.condition()).stream()
                .filter(history -> !history.epochs().isEmpty())
                .map(TrainingHistory::bestEpoch)
                .distinct()
                .map(epoch -> mean(line, epoch))
                .toList();
    }

    private PlotPoint mean(Line line, int epoch) {
        DoubleSummaryStatistics values = values(line, epoch);
        return new PlotPoint(epoch, values.getCount() == 0 ? Double.NaN : values.getAverage());
    }

    private DoubleSummaryStatistics values(Line line, int epoch) {
        return histories(line.split(), line.condition()).stream()
                .map(TrainingHistory::epochs)
                .filter(epochs -> epochs.size() >= epoch)
                .mapToDouble(epochs -> line.value().applyAsDouble(epochs.get(epoch - 1)))
                .filter(Double::isFinite)
                .summaryStatistics();
    }

    private static List<PlotPoint> finite(List<PlotPoint> points) {
        return points.stream().filter(point -> Double.isFinite(point.y())).toList();
    }
}
