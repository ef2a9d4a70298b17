package dev.fer4j.eval.report.plot;

import dev.fer4j.core.text.VisibleText;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Paints pixels: an 8-bit RGB image on white, two pixels per unit. */
final class RasterCanvas implements Canvas {

    static final int SCALE = 2;

    private static final double TINT = 0.15;
    private static final List<String> FAMILIES =
            List.of("Helvetica Neue", "Arial", "Liberation Sans");

    private static final BasicStroke HALO =
            new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final Graphics2D graphics;
    private final String family;

    private RasterCanvas(Graphics2D graphics) {
        this.graphics = graphics;
        this.family = family();
    }

    /** Draws an image of the given size in units. */
    static BufferedImage draw(double width, double height, Consumer<Canvas> drawing) {
        BufferedImage image =
                new BufferedImage(
                        (int) Math.ceil(width * SCALE),
                        (int) Math.ceil(height * SCALE),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(SCALE, SCALE);
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            drawing.accept(new RasterCanvas(graphics));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static String family() {
        Set<String> available =
                Set.copyOf(
                        Arrays.asList(
                                GraphicsEnvironment.getLocalGraphicsEnvironment()
                                        .getAvailableFontFamilyNames(Locale.ROOT)));
        return FAMILIES.stream()
                .filter(available::contains)
                .findFirst()
                .orElse(java.awt.Font.SANS_SERIF);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        graphics.setClip(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void unclip() {
        graphics.setClip(null);
    }

    @Override
    public void line(List<PlotPoint> points, Ink ink, Stroke stroke) {
        graphics.setColor(new Color(ink.rgb()));
        graphics.setStroke(stroke(stroke));
        graphics.draw(path(points));
    }

    private static BasicStroke stroke(Stroke stroke) {
        float width = (float) stroke.width();
        if (stroke.dashes().isEmpty()) {
            return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        }
        float[] dashes = new float[stroke.dashes().size()];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = stroke.dashes().get(i).floatValue();
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
    }

    private static Path2D path(List<PlotPoint> points) {
        Path2D path = new Path2D.Double();
        boolean begun = false;
        for (PlotPoint point : points) {
            if (Double.isNaN(point.y())) {
                begun = false;
            } else if (begun) {
                path.lineTo(point.x(), point.y());
            } else {
                path.moveTo(point.x(), point.y());
                begun = true;
            }
        }
        return path;
    }

    @Override
    public void area(List<PlotPoint> points, Ink ink) {
        if (points.isEmpty()) {
            return;
        }
        Color colour = new Color(ink.rgb());
        graphics.setColor(
                new Color(
                        colour.getRed(),
                        colour.getGreen(),
                        colour.getBlue(),
                        (int) Math.round(255 * TINT)));
        Path2D path = path(points);
        path.closePath();
        graphics.fill(path);
        graphics.setColor(colour);
        graphics.setStroke(stroke(Stroke.EDGE));
        graphics.draw(path);
    }

    @Override
    public void dot(PlotPoint at, Ink ink, double radius) {
        graphics.setColor(new Color(ink.rgb()));
        Shape circle =
                new Ellipse2D.Double(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
        graphics.fill(circle);
    }

    @Override
    public void text(PlotPoint at, String text, Anchor anchor, Ink ink, Font font) {
        int weight = font.isBold() ? java.awt.Font.BOLD : java.awt.Font.PLAIN;
        graphics.setFont(
                new java.awt.Font(family, weight, 1).deriveFont(weight, (float) font.size()));
        double width = graphics.getFontMetrics().stringWidth(text);
        double left =
                switch (anchor) {
                    case START -> at.x();
                    case MIDDLE -> at.x() - width / 2;
                    case END -> at.x() - width;
                };
        if (!text.isEmpty()) {
            Shape shape =
                    graphics.getFont()
                            .createGlyphVector(
                                    graphics.getFontRenderContext(), VisibleText.line(text))
                            .getOutline((float) left, (float) at.y());
            graphics.setColor(Color.WHITE);
            graphics.setStroke(HALO);
            graphics.draw(shape);
            graphics.setColor(new Color(ink.rgb()));
            graphics.fill(shape);
        }
    }
}
