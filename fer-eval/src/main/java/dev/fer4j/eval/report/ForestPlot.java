package dev.fer4j.eval.report;

import dev.fer4j.core.Condition;
import dev.fer4j.core.Control;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.inference.StudyInference.Comparison;
import dev.fer4j.eval.report.plot.Axis;
import dev.fer4j.eval.report.plot.Ink;
import dev.fer4j.eval.report.plot.Mark;
import dev.fer4j.eval.report.plot.Plot;
import dev.fer4j.eval.report.plot.Point;
import dev.fer4j.eval.report.plot.Stroke;
import dev.fer4j.eval.study.StudyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Draws comparisons below each other: each difference as a dot with its interval as a line. */
final class ForestPlot {

    private static final int ROW = 46;

    /** By how much of a row the words stand above the line, so that they clear the dot. */
    private static final double LIFT = 0.12;

    private final StudyPlan plan;
    private final ComparisonWords words;

    ForestPlot(StudyPlan plan) {
        this.plan = plan;
        this.words = new ComparisonWords(plan);
    }

    /**
     * Draws.
     *
     * @param comparisons at least one
     */
    Plot of(String title, List<Comparison> comparisons) {
        int rows = comparisons.size();
        Axis x = axis(comparisons);
        List<Mark> marks = new ArrayList<>();
        marks.add(
                new Mark.Line(
                        List.of(new Point(0, 0), new Point(0, rows)), Ink.SOFT, Stroke.DOTTED));
        for (int i = 0; i < rows; i++) {
            // From the top, each in the lower part of its row.
            marks.addAll(row(comparisons.get(i), x, rows - i - 0.72));
        }
        return new Plot(title, x, Axis.bare(0, rows), rows * ROW, marks);
    }

    private static Axis axis(List<Comparison> comparisons) {
        double[] ends =
                comparisons.stream()
                        .flatMapToDouble(
                                c ->
                                        DoubleStream.concat(
                                                c.difference().difference().value().stream()
                                                        .mapToDouble(value -> value),
                                                c.difference().interval().result().stream()
                                                        .flatMapToDouble(
                                                                i ->
                                                                        DoubleStream.of(
                                                                                i.lower(),
                                                                                i.upper()))))
                        .toArray();
        double from = Math.min(0, DoubleStream.of(ends).min().orElse(-0.1));
        double to = Math.max(0, DoubleStream.of(ends).max().orElse(0.1));
        double room = Math.max(0.01, 0.05 * (to - from));
        return Axis.over("Difference of the test ROC AUC", from - room, to + room);
    }

    private List<Mark> row(Comparison comparison, Axis x, double y) {
        Condition condition = words.condition(comparison.condition());
        Ink ink = ConditionInk.of(plan, condition);
        List<Mark> marks = new ArrayList<>();
        comparison
                .difference()
                .interval()
                .result()
                .ifPresent(
                        interval ->
                                marks.add(
                                        new Mark.Line(
                                                List.of(
                                                        new Point(interval.lower(), y),
                                                        new Point(interval.upper(), y)),
                                                ink,
                                                Stroke.SOLID)));
        comparison
                .difference()
                .difference()
                .value()
                .ifPresent(value -> marks.add(new Mark.Dots(List.of(new Point(value, y)), ink, 5)));
        marks.add(
                new Mark.Words(
                        new Point(x.from(), y + LIFT),
                        label(comparison),
                        Mark.Words.Side.RIGHT,
                        Ink.TEXT));
        marks.add(
                new Mark.Words(
                        new Point(x.to(), y + LIFT),
                        numbers(comparison),
                        Mark.Words.Side.LEFT,
                        Ink.SOFT));
        return marks;
    }

    private String label(Comparison comparison) {
        Condition reference = words.condition(comparison.reference());
        return words.condition(comparison.condition()).title()
                + reference.mix().control().map(ForestPlot::means).orElse("")
                + (plan.splits().size() == 1 ? "" : ", " + words.split(comparison));
    }

    private static String means(Control control) {
        return switch (control.means()) {
            case DUPLICATES -> " − duplicated";
            case AUGMENTED -> " − augmented";
            case UPDATES -> " − as many updates";
        };
    }

    private static String numbers(Comparison comparison) {
        Optional<Double> value = comparison.difference().difference().value();
        if (value.isEmpty()) {
            return "undefined";
        }
        Optional<Interval> interval = comparison.difference().interval().result();
        return String.format(Locale.ROOT, "%+.3f", value.get())
                + interval.map(
                                bounds ->
                                        String.format(
                                                Locale.ROOT,
                                                " (%+.3f to %+.3f)",
                                                bounds.lower(),
                                                bounds.upper()))
                        .orElse(" (no interval)");
    }
}
