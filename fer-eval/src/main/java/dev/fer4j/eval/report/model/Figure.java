package dev.fer4j.eval.report.model;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.file.WholeFile;
import dev.fer4j.eval.report.plot.LegendEntry;
import dev.fer4j.eval.report.plot.Plot;
import dev.fer4j.eval.report.plot.Sheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A figure: plots with a legend, a name and a caption, for embedding in a page or writing to a
 * file. Its SVG is the same on every machine; fonts in a PNG differ between machines.
 *
 * @param name for file names: lower-case letters, digits and hyphens
 * @param caption what is shown, and what readers need to know to interpret it; not blank
 * @param plots at least one; several are shown side by side
 * @param legend the legend of all plots; may be empty
 */
public record Figure(String name, String caption, List<Plot> plots, List<LegendEntry> legend) {

    public Figure {
        checkArgument(
                name.matches("[a-z0-9]+(-[a-z0-9]+)*"),
                "figure name '%s': expected lower-case letters, digits and single hyphens",
                name);
        checkArgument(!caption.isBlank(), "figure %s needs a caption", name);
        plots = List.copyOf(plots);
        legend = List.copyOf(legend);
        checkArgument(!plots.isEmpty(), "figure %s has no plot", name);
    }

    /**
     * Writes an 8-bit RGB PNG with two pixels per plot unit.
     *
     * @throws IOException if the file cannot be written
     */
    public void writePng(Path file) throws IOException {
        WholeFile.write(file, out -> ImageIO.write(sheet().toImage(), "png", out));
    }

    /**
     * Writes {@link #svg()} to a file.
     *
     * @throws IOException if the file cannot be written
     */
    public void writeSvg(Path file) throws IOException {
        WholeFile.writeString(file, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg());
    }

    /** All plots and the legend as one SVG element, on white. */
    public String svg() {
        return sheet().toSvg();
    }

    private Sheet sheet() {
        return new Sheet(plots.get(0).title(), plots, legend);
    }
}
