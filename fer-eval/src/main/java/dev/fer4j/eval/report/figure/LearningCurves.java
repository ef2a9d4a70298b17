package dev.fer4j.eval.report.figure;

import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.TrainingHistory.Epoch;
import dev.fer4j.eval.report.internal.ConditionInk;
import dev.fer4j.eval.report.internal.SplitName;
import dev.fer4j.eval.report.plot.Axis;
import dev.fer4j.eval.report.plot.Ink;
import dev.fer4j.eval.report.plot.LegendEntry;
import dev.fer4j.eval.report.plot.Mark;
import dev.fer4j.eval.report.plot.Plot;
import dev.fer4j.eval.report.plot.PlotPoint;
import dev.fer4j.eval.report.plot.Stroke;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Draws one quantity by epoch, training and validation images side by side for each category split,
 * with one colour per condition. With several seeds the line is their mean, within a band from the
 * lowest to the highest value.
 */
final class LearningCurves {

    private static final int HEIGHT = 300;
    private static final int FEW_EPOCHS = 3;

    private final StudyResult study;
    private final List<Condition> shown;
    private final String quantity;
    private final double highest;

    /**
     * Curves of a study.
     *
     * @param shown conditions of the study
     * @param quantity what is drawn, with its unit
     * @param highest upper bound of the quantity
     */
    LearningCurves(StudyResult study, List<Condition> shown, String quantity, double highest) {
        this.study = study;
        this.shown = shown;
        this.quantity = quantity;
        this.highest = highest;
    }

    /** The plots: for each split first training, then validation, on the same scale. */
    List<Plot> plots(ToDoubleFunction<Epoch> train, ToDoubleFunction<Epoch> validation) {
        List<Plot> plots = new ArrayList<>();
        for (CategorySplit split : study.plan().splits()) {
            Axis x = Axis.ofWhole("Epoch", 1, Math.max(1, lastEpoch(split)));
            Axis y = fitted(split, train, validation);
            String where = study.plan().splits().size() == 1 ? "" : ": " + SplitName.inShort(split);
            List<Mark> validationMarks = marks(split, validation);
            validationMarks.addAll(bestEpochs(split, validation));
            plots.add(new Plot("Training images" + where, x, y, HEIGHT, marks(split, train)));
            plots.add(new Plot("Validation images" + where, x, y, HEIGHT, validationMarks));
        }
        return plots;
    }

    /** One entry per condition. */
    List<LegendEntry> legend() {
        return shown.stream()
                .map(condition -> new LegendEntry(condition.title(), ink(condition), Stroke.SOLID))
                .toList();
    }

    private Ink ink(Condition condition) {
        return ConditionInk.of(study.plan(), condition);
    }

    private List<CellResult> trainings(Condition condition, CategorySplit split) {
        return study.of(condition).stream()
                .filter(result -> result.cell().split().equals(split))
                .toList();
    }

    private int lastEpoch(CategorySplit split) {
        return shown.stream()
                .flatMap(condition -> trainings(condition, split).stream())
                .mapToInt(training -> training.history().epochs().size())
                .max()
                .orElse(0);
    }

    private Axis fitted(
            CategorySplit split,
            ToDoubleFunction<Epoch> train,
            ToDoubleFunction<Epoch> validation) {
        DoubleSummaryStatistics values =
                shown.stream()
                        .flatMap(condition -> trainings(condition, split).stream())
                        .flatMap(training -> training.history().epochs().stream())
                        .flatMapToDouble(
                                e ->
                                        DoubleStream.of(
                                                train.applyAsDouble(e),
                                                validation.applyAsDouble(e)))
                        .filter(Double::isFinite)
                        .summaryStatistics();
        if (values.getCount() == 0) {
            return Axis.over(quantity, 0, 1);
        }
        double room = Math.max(0.01, 0.06 * (values.getMax() - values.getMin()));
        return Axis.over(
                quantity,
                Math.max(-room / 2, values.getMin() - room),
                Math.min(highest + room / 2, values.getMax() + room));
    }

    private List<Mark> marks(CategorySplit split, ToDoubleFunction<Epoch> value) {
        List<Mark> bands = new ArrayList<>();
        List<Mark> lines = new ArrayList<>();
        for (Condition condition : shown) {
            List<Mark.Range> ranges = new ArrayList<>();
            List<PlotPoint> means = new ArrayList<>();
            for (int epoch = 1; epoch <= lastEpoch(split); epoch++) {
                DoubleSummaryStatistics values = values(condition, split, epoch, value);
                means.add(mean(condition, split, epoch, value));
                if (values.getCount() > 1) {
                    ranges.add(new Mark.Range(epoch, values.getMin(), values.getMax()));
                }
            }
            if (ranges.size() > 1) {
                bands.add(new Mark.Band(ranges, ink(condition)));
            }
            lines.add(new Mark.Line(means, ink(condition), Stroke.SOLID));
            if (means.size() <= FEW_EPOCHS) {
                // A line with a single point is invisible.
                lines.add(new Mark.Dots(finite(means), ink(condition), 3));
            }
        }
        bands.addAll(lines);
        return bands;
    }

    private PlotPoint mean(
            Condition condition, CategorySplit split, int epoch, ToDoubleFunction<Epoch> value) {
        DoubleSummaryStatistics values = values(condition, split, epoch, value);
        return new PlotPoint(epoch, values.getCount() == 0 ? Double.NaN : values.getAverage());
    }

    private DoubleSummaryStatistics values(
            Condition condition, CategorySplit split, int epoch, ToDoubleFunction<Epoch> value) {
        return trainings(condition, split).stream()
                .map(training -> training.history().epochs())
                .filter(epochs -> epochs.size() >= epoch)
                .mapToDouble(epochs -> value.applyAsDouble(epochs.get(epoch - 1)))
                .filter(Double::isFinite)
                .summaryStatistics();
    }

    private List<Mark> bestEpochs(CategorySplit split, ToDoubleFunction<Epoch> value) {
        List<Mark> dots = new ArrayList<>();
        for (Condition condition : shown) {
            // Placed on the line, which is the mean if there are several seeds.
            List<PlotPoint> best =
                    trainings(condition, split).stream()
                            .map(CellResult::history)
                            .filter(history -> !history.epochs().isEmpty())
                            .map(history -> history.bestEpoch())
                            .distinct()
                            .map(epoch -> mean(condition, split, epoch, value))
                            .toList();
            dots.add(new Mark.Dots(finite(best), ink(condition), 4.5));
        }
        return dots;
    }

    private static List<PlotPoint> finite(List<PlotPoint> points) {
        return points.stream().filter(point -> Double.isFinite(point.y())).toList();
    }
}
