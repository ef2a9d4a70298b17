package dev.fer4j.eval.report.plot;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.Doubles;
import java.util.List;

/**
 * How a line is drawn.
 *
 * @param width in units of the plot
 * @param dashes lengths of dashes and gaps in turn; empty for a solid line
 */
public record Stroke(double width, List<Double> dashes) {

    /** A solid line. */
    public static final Stroke SOLID = of(2.2);

    /** A solid line among many. */
    public static final Stroke THIN = of(1.3);

    /** A dashed line, next to a solid one of the same colour. */
    public static final Stroke DASHED = of(2.2, 7, 4);

    /** A dashed line among many. */
    public static final Stroke THIN_DASHED = of(1.3, 6, 4);

    /** Reference values, such as that of a no-skill model. */
    public static final Stroke DOTTED = of(1.6, 2, 4);

    /** A line of a grid or an axis. */
    static final Stroke HAIR = of(1);

    /** The edge of a band: it shows how far the band reaches where others lie over it. */
    static final Stroke EDGE = of(0.6);

    public Stroke {
        dashes = List.copyOf(dashes);
        checkArgument(width > 0, "a line of width %s", width);
        checkArgument(dashes.size() % 2 == 0, "a gap is missing after the last dash");
    }

    private static Stroke of(double width, double... dashes) {
        return new Stroke(width, Doubles.asList(dashes));
    }
}
