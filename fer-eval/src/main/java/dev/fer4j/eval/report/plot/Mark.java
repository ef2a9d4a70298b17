package dev.fer4j.eval.report.plot;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.List;

/** An element drawn in a plot, clipped to its axes. */
public sealed interface Mark permits Mark.Line, Mark.Band, Mark.Dots, Mark.Words {

    /**
     * A line through points.
     *
     * @param points in order; a y of NaN interrupts it
     */
    record Line(List<PlotPoint> points, Ink ink, Stroke stroke) implements Mark {
        public Line {
            points = List.copyOf(points);
            requireNonNull(ink);
            requireNonNull(stroke);
        }
    }

    /**
     * The area between two curves, in a light tint.
     *
     * @param ranges from left to right
     */
    record Band(List<Range> ranges, Ink ink) implements Mark {
        public Band {
            ranges = List.copyOf(ranges);
            requireNonNull(ink);
        }
    }

    /**
     * The range of a band at one x.
     *
     * @param low finite, at most {@code high}
     * @param high finite
     */
    record Range(double x, double low, double high) {
        public Range {
            checkArgument(low <= high, "a band cannot reach from %s to %s", low, high);
        }
    }

    /**
     * Filled circles.
     *
     * @param radius in units of the plot
     */
    record Dots(List<PlotPoint> points, Ink ink, double radius) implements Mark {
        public Dots {
            points = List.copyOf(points);
            requireNonNull(ink);
        }
    }

    /**
     * Words in the plot, half a line above a point.
     *
     * @param at the point where they begin or end
     * @param side the side of the point on which they are placed
     */
    record Words(PlotPoint at, String text, Side side, Ink ink) implements Mark {

        /** The side of a point on which words are placed. */
        public enum Side {
            /** They end at it. */
            LEFT,
            /** They begin at it. */
            RIGHT
        }

        public Words {
            requireNonNull(at);
            requireNonNull(text);
            requireNonNull(side);
            requireNonNull(ink);
        }
    }
}
