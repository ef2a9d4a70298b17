package dev.fer4j.eval.report;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.io.WholeFile;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;

/**
 * A drawn chart with a name and a caption, as PNG or SVG. The same chart gives the same bytes on
 * the same machine; fonts differ between machines.
 */
public final class Figure {

    private static final int PNG_SCALE = 2;

    private final String name;
    private final String caption;
    private final XYChart chart;

    /**
     * A figure.
     *
     * @param name for file names: lower-case letters, digits and hyphens
     * @param caption what is seen, and what has to be known to read it; not blank
     * @param chart drawn with XChart; it must not be changed afterwards
     */
    public Figure(String name, String caption, XYChart chart) {
        checkArgument(
                name.matches("[a-z0-9]+(-[a-z0-9]+)*"),
                "figure name '%s': expected lower-case letters, digits and single hyphens",
                name);
        checkArgument(!caption.isBlank(), "figure %s needs a caption", name);
        this.name = name;
        this.caption = caption;
        this.chart = requireNonNull(chart);
    }

    /** For file names. */
    public String name() {
        return name;
    }

    /** What is seen, and what has to be known to read it. */
    public String caption() {
        return caption;
    }

    /**
     * Writes an 8-bit RGB PNG with two pixels for each unit of the chart's size.
     *
     * @throws IOException if the file cannot be written
     */
    public void writePng(Path file) throws IOException {
        BufferedImage image =
                new BufferedImage(
                        chart.getWidth() * PNG_SCALE,
                        chart.getHeight() * PNG_SCALE,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(PNG_SCALE, PNG_SCALE);
            chart.paint(graphics, chart.getWidth(), chart.getHeight());
        } finally {
            graphics.dispose();
        }
        WholeFile.write(file, out -> ImageIO.write(image, "png", out));
    }

    /**
     * Writes {@link #svg()} as a file of its own.
     *
     * @throws IOException if the file cannot be written
     */
    public void writeSvg(Path file) throws IOException {
        WholeFile.writeString(file, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg());
    }

    /**
     * The figure as an SVG element, without XML declaration and document type, so that it can stand
     * in an HTML page: it scales with its box, and its ids begin with the figure's name.
     */
    public String svg() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
        } catch (IOException e) {
            // A byte array can always be written to.
            throw new UncheckedIOException(e);
        }
        return InlineSvg.of(bytes.toString(StandardCharsets.UTF_8), name, chart.getTitle());
    }
}
