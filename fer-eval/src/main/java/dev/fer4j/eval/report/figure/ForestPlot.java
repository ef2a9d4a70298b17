package dev.fer4j.eval.report.figure;

import dev.fer4j.core.design.Control;
import dev.fer4j.eval.comparison.StudyInference.Comparison;
import dev.fer4j.eval.inference.AucDifference;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.report.internal.ComparisonWords;
import dev.fer4j.eval.report.internal.ConditionInk;
import dev.fer4j.eval.report.plot.Axis;
import dev.fer4j.eval.report.plot.Ink;
import dev.fer4j.eval.report.plot.Mark;
import dev.fer4j.eval.report.plot.Mark.Words.Side;
import dev.fer4j.eval.report.plot.Plot;
import dev.fer4j.eval.report.plot.PlotPoint;
import dev.fer4j.eval.report.plot.Stroke;
import dev.fer4j.eval.study.StudyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Draws a forest plot of comparisons: each difference as a dot with its interval as a line. With
 * several category splits, the rows of a condition are grouped under its title.
 */
final class ForestPlot {

    private static final int ROW = 44;

    /** Positions within a row, from its lower end, of the line and of the text above it. */
    private static final double LINE = 0.24;

    private static final double WORDS = 0.38;
    private static final double HEADING = 0.1;

    /** Longer labels would overlap the numbers. */
    private static final int LONGEST_LABEL = 52;

    private final StudyPlan plan;
    private final ComparisonWords words;
    private final Axis x;
    private final List<Mark> marks = new ArrayList<>();

    private ForestPlot(StudyPlan plan, List<Comparison> comparisons) {
        this.plan = plan;
        this.words = new ComparisonWords(plan);
        this.x = axis(comparisons);
    }

    /**
     * Draws.
     *
     * @param comparisons at least one; those of the same condition are adjacent
     */
    static Plot of(StudyPlan plan, String title, List<Comparison> comparisons) {
        return new ForestPlot(plan, comparisons).draw(title, comparisons);
    }

    private Plot draw(String title, List<Comparison> comparisons) {
        boolean grouped = plan.splits().size() > 1;
        long groups = comparisons.stream().map(Comparison::condition).distinct().count();
        int rows = comparisons.size() + (grouped ? (int) groups : 0);
        marks.add(
                new Mark.Line(
                        List.of(new PlotPoint(0, 0), new PlotPoint(0, rows)),
                        Ink.SOFT,
                        Stroke.DOTTED));
        int row = rows;
        String condition = "";
        for (Comparison comparison : comparisons) {
            if (grouped && !comparison.condition().equals(condition)) {
                condition = comparison.condition();
                row--;
                label(words.condition(condition).title(), row + HEADING, Ink.TEXT);
            }
            row--;
            draw(comparison, row, grouped);
        }
        return new Plot(title, x, Axis.bare(0, rows), rows * ROW, marks);
    }

    private static Axis axis(List<Comparison> comparisons) {
        double[] ends =
                comparisons.stream()
                        .map(Comparison::difference)
                        .flatMapToDouble(ForestPlot::ends)
                        .toArray();
        double from = Math.min(0, DoubleStream.of(ends).min().orElse(-0.1));
        double to = Math.max(0, DoubleStream.of(ends).max().orElse(0.1));
        double room = Math.max(0.01, 0.05 * (to - from));
        return Axis.over("Difference of the test ROC AUC", from - room, to + room);
    }

    private static DoubleStream ends(AucDifference difference) {
        return Stream.concat(
                        difference.difference().value().stream(),
                        difference.interval().result().stream()
                                .flatMap(bounds -> Stream.of(bounds.lower(), bounds.upper())))
                .mapToDouble(end -> end);
    }

    private void draw(Comparison comparison, int row, boolean grouped) {
        AucDifference difference = comparison.difference();
        Ink ink = ConditionInk.of(plan, words.condition(comparison.condition()));
        double y = row + LINE;
        difference
                .interval()
                .result()
                .map(
                        bounds ->
                                List.of(
                                        new PlotPoint(bounds.lower(), y),
                                        new PlotPoint(bounds.upper(), y)))
                .ifPresent(ends -> marks.add(new Mark.Line(ends, ink, Stroke.SOLID)));
        difference
                .difference()
                .value()
                .ifPresent(
                        value ->
                                marks.add(new Mark.Dots(List.of(new PlotPoint(value, y)), ink, 5)));
        String versus =
                words.condition(comparison.reference())
                        .mix()
                        .control()
                        .map(ForestPlot::means)
                        .orElse("");
        label(
                grouped
                        ? words.split(comparison) + versus
                        : words.condition(comparison.condition()).title() + versus,
                row + WORDS,
                grouped ? Ink.SOFT : Ink.TEXT);
        PlotPoint right = new PlotPoint(x.to(), row + WORDS);
        marks.add(new Mark.Words(right, numbers(difference), Side.LEFT, Ink.SOFT));
    }

    private void label(String text, double y, Ink ink) {
        String cut =
                text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL - 1) + "…";
        marks.add(new Mark.Words(new PlotPoint(x.from(), y), cut, Side.RIGHT, ink));
    }

    private static String means(Control control) {
        return switch (control.means()) {
            case DUPLICATES -> " − duplicated";
            case AUGMENTED -> " − augmented";
            case UPDATES -> " − as many updates";
        };
    }

    private static String numbers(AucDifference difference) {
        Optional<Interval> interval = difference.interval().result();
        return difference
                .difference()
                .value()
                .map(value -> String.format(Locale.ROOT, "%+.3f", value))
                .map(value -> value + interval.map(ForestPlot::bounds).orElse(" (no interval)"))
                .orElse("undefined");
    }

    private static String bounds(Interval interval) {
        return String.format(Locale.ROOT, " (%+.3f to %+.3f)", interval.lower(), interval.upper());
    }
}
