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
 * Draws a forest plot of comparisons: each difference as a dot with its interval as a line, below
 * its label and beside its numbers. With several category splits, the rows of a condition are
 * grouped under its title.
 */
final class ForestPlot {

    private static final int ROW = 44;

    /** Positions in a row, in units from its lower end: of the line, the label, the numbers. */
    private static final double LINE = 10.5;

    private static final double LABEL = 16.5;
    private static final double NUMBERS = -0.5;

    /** The height of a condition's title above its rows, and the position of its words. */
    private static final int HEADING = 26;

    private static final double HEADING_WORDS = 0.5;

    /** The share of the width in which lines are drawn; numbers stand to the right of it. */
    private static final double DRAWN = 0.55;

    /** The number of a tick nearer to the left end, as a share of the width, would be cut off. */
    private static final double CUT = 0.045;

    /** Longer labels would reach out of the plot. */
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
        int height = comparisons.size() * ROW + (grouped ? (int) groups * HEADING : 0);
        int bottom = height;
        String condition = "";
        for (Comparison comparison : comparisons) {
            if (grouped && !comparison.condition().equals(condition)) {
                condition = comparison.condition();
                bottom -= HEADING;
                words(words.condition(condition).title(), bottom + HEADING_WORDS, Ink.TEXT);
            }
            bottom -= ROW;
            zero(bottom);
            interval(comparison, bottom + LINE);
            words(label(comparison), bottom + LABEL, grouped ? Ink.SOFT : Ink.TEXT);
            PlotPoint right = new PlotPoint(x.to(), bottom + NUMBERS);
            marks.add(new Mark.Words(right, numbers(comparison), Side.LEFT, Ink.SOFT));
        }
        return new Plot(title, List.of(), x, Axis.bare(0, height), Plot.WIDTH, height, marks);
    }

    /** The dotted line of a row, which ends below the row's label. */
    private void zero(double bottom) {
        List<PlotPoint> ends =
                List.of(new PlotPoint(0, bottom), new PlotPoint(0, bottom + LABEL - 2));
        marks.add(new Mark.Line(ends, Ink.SOFT, Stroke.DOTTED));
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
        double end = from - room + (to + 2 * room - from) / DRAWN;
        Axis whole = Axis.over("Difference of the test ROC AUC", from - room, end);
        return new Axis(
                whole.title(),
                whole.from(),
                whole.to(),
                whole.ticks().stream()
                        .filter(tick -> tick.at() <= to + room)
                        .filter(tick -> tick.at() >= whole.from() + CUT * (end - whole.from()))
                        .toList());
    }

    private static DoubleStream ends(AucDifference difference) {
        return Stream.concat(
                        difference.difference().value().stream(),
                        difference.interval().result().stream()
                                .flatMap(bounds -> Stream.of(bounds.lower(), bounds.upper())))
                .mapToDouble(end -> end);
    }

    private void interval(Comparison comparison, double y) {
        AucDifference difference = comparison.difference();
        Ink ink = ConditionInk.of(plan, words.condition(comparison.condition()));
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
                .map(value -> List.of(new PlotPoint(value, y)))
                .ifPresent(dot -> marks.add(new Mark.Dots(dot, ink, 5)));
    }

    private String label(Comparison comparison) {
        String versus =
                words.condition(comparison.reference())
                        .mix()
                        .control()
                        .map(ForestPlot::means)
                        .orElse("");
        return plan.splits().size() > 1
                ? words.split(comparison) + versus
                : words.condition(comparison.condition()).title() + versus;
    }

    private void words(String text, double y, Ink ink) {
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

    private static String numbers(Comparison comparison) {
        AucDifference difference = comparison.difference();
        Optional<Interval> interval = difference.interval().result();
        return difference
                .difference()
                .value()
                .map(
                        value ->
                                signed(value)
                                        + interval.map(ForestPlot::bounds).orElse(" (no interval)"))
                .orElse("undefined");
    }

    private static String bounds(Interval interval) {
        return " (" + signed(interval.lower()) + " to " + signed(interval.upper()) + ")";
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.3f", value).replace('-', '−');
    }
}
