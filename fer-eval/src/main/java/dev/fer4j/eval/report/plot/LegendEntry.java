package dev.fer4j.eval.report.plot;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * An entry of a figure's legend.
 *
 * @param label the meaning of the line; not blank
 * @param ink that of the line
 * @param stroke that of the line
 */
public record LegendEntry(String label, Ink ink, Stroke stroke) {

    public LegendEntry {
        checkArgument(!label.isBlank(), "an entry of a legend needs a label");
        requireNonNull(ink);
        requireNonNull(stroke);
    }

    /** A sample of the line, as a small SVG element. */
    public String toSvg() {
        return SvgCanvas.draw(
                Legend.SAMPLE, 12, label, canvas -> Legend.sample(canvas, this, 0, 6));
    }
}
