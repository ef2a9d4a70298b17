package dev.fer4j.toy.face;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.MultipleGradientPaint.ColorSpaceType;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;

/**
 * Draws shapes with soft or hard edges. Soft edges are gradients rather than blurred pictures,
 * which is faster and preserves the antialiased edges below.
 */
final class Pen {

    private static final float[] FALLOFF = {0f, 0.35f, 0.7f, 1f};
    private static final double[] SHARE = {1, 0.72, 0.24, 0};

    private final Graphics2D graphics;

    Pen(Graphics2D graphics) {
        this.graphics = graphics;
    }

    Graphics2D graphics() {
        return graphics;
    }

    void fill(Shape shape, Paint paint) {
        graphics.setPaint(paint);
        graphics.fill(shape);
    }

    void line(Shape shape, Color colour, double width) {
        graphics.setPaint(colour);
        graphics.setStroke(
                new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    /** A spot that fades out towards its rim. */
    void spot(double x, double y, double rx, double ry, Color colour, double alpha) {
        spotOn(new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry), x, y, rx, ry, colour, alpha);
    }

    /** A spot clipped to a shape. */
    void spotOn(Shape shape, double x, double y, double rx, double ry, Color colour, double alpha) {
        if (alpha <= 0.004) {
            return;
        }
        Color[] colours = new Color[FALLOFF.length];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = Colors.fade(colour, Math.min(1, alpha) * SHARE[i]);
        }
        AffineTransform stretch = AffineTransform.getTranslateInstance(x, y);
        stretch.scale(rx, ry);
        fill(
                shape,
                new RadialGradientPaint(
                        new Point2D.Double(),
                        1f,
                        new Point2D.Double(),
                        FALLOFF,
                        colours,
                        CycleMethod.NO_CYCLE,
                        ColorSpaceType.SRGB,
                        stretch));
    }

    static Ellipse2D ellipse(double x, double y, double rx, double ry) {
        return new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry);
    }
}
