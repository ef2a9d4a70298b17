package dev.fer4j.eval.report.plot;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * Says what a line of a figure is.
 *
 * @param label what the line is; not blank
 * @param ink as the line has it
 * @param stroke as the line has it
 */
public record LegendEntry(String label, Ink ink, Stroke stroke) {

    public LegendEntry {
        checkArgument(!label.isBlank(), "an entry of a legend needs a label");
        requireNonNull(ink);
        requireNonNull(stroke);
    }

    /** A piece of the line, as one small SVG element. */
    public String toSvg() {
        return SvgCanvas.draw(30, 12, label, canvas -> Legend.sample(canvas, this, 0, 6));
    }
}
