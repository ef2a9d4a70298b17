package dev.fer4j.toy.face;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Paints glasses. */
final class GlassesPainter {

    private final Pen pen;
    private final Face face;

    GlassesPainter(Pen pen, Face face) {
        this.pen = pen;
        this.face = face;
    }

    void paint(Identity.Glasses glasses) {
        double spacing = face.identity().eyes().spacing() + 0.02;
        double y = face.y(-0.09, 0.7);
        Color rim = glasses.rim();
        for (int side = -1; side <= 1; side += 2) {
            double x = face.x(side * spacing, 0.75);
            double rx = (glasses.round() ? 0.235 : 0.255) * face.foreshortening(side);
            double ry = glasses.round() ? 0.225 : 0.175;
            Shape lens =
                    glasses.round()
                            ? Pen.ellipse(x, y, rx, ry)
                            : new RoundRectangle2D.Double(
                                    x - rx, y - ry, 2 * rx, 2 * ry, 0.16, 0.16);
            pen.fill(lens, new Color(225, 238, 245, 16));
            Path2D glint = new Path2D.Double();
            glint.moveTo(x - rx * 0.55, y + ry * 0.15);
            glint.lineTo(x - rx * 0.1, y - ry * 0.6);
            pen.line(glint, new Color(255, 255, 255, 60), 0.05);
            pen.line(lens, Colors.fade(Color.BLACK, 0.16), 0.055);
            pen.line(lens, rim, 0.034);
            double temple = side * face.identity().shape().width() * 0.985;
            Path2D arm = new Path2D.Double();
            arm.moveTo(x + side * rx, y - ry * 0.35);
            arm.lineTo(temple, y - 0.06);
            pen.line(arm, rim, 0.034);
        }
        double inner = spacing - 0.24;
        Path2D bridge = new Path2D.Double();
        bridge.moveTo(face.x(-inner, 0.8), y - 0.03);
        bridge.quadTo(face.x(0, 0.95), y - 0.10, face.x(inner, 0.8), y - 0.03);
        pen.line(bridge, rim, 0.034);
    }
}
