package dev.fer4j.toy.face;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Paints the nose through its shadows and highlights. */
final class NosePainter {

    private final Pen pen;
    private final Face face;

    NosePainter(Pen pen, Face face) {
        this.pen = pen;
        this.face = face;
    }

    void paint() {
        Identity.Nose nose = face.identity().nose();
        double lit = face.light() >= 0 ? 1 : -1;
        double w = nose.width() * (1 + 0.07 * Math.max(0, face.smile()));
        double tip = 0.08 + 0.195 * nose.length();
        double x = face.x(0, 1);
        double y = face.y(tip, 1);
        double top = face.x(0, 0.55);
        side(-lit, top, x, y, w);
        pen.spot((x + top) / 2 + 0.015 * lit, y - 0.20, 0.045, 0.22, face.lit(), 0.5);
        pen.spot(x, y + 0.075, 0.17 * w, 0.055, face.deepShade(), 0.55);
        pen.spot(x + 0.02 * lit, y - 0.01, 0.085 * w, 0.07, face.lit(), 0.55);
        pen.spot(x + 0.03 * lit, y - 0.025, 0.03, 0.025, Color.WHITE, 0.35);
        for (int s = -1; s <= 1; s += 2) {
            double near = face.foreshortening(s);
            Path2D wing = new Path2D.Double();
            wing.moveTo(x + s * 0.125 * w * near, y - 0.035);
            wing.curveTo(
                    x + s * 0.185 * w * near,
                    y + 0.0,
                    x + s * 0.165 * w * near,
                    y + 0.085,
                    x + s * 0.105 * w * near,
                    y + 0.07);
            pen.line(wing, Colors.fade(face.deepShade(), 0.55), 0.016);
            pen.fill(
                    Pen.ellipse(x + s * 0.065 * w * near, y + 0.066, 0.036 * w, 0.017),
                    Colors.fade(Colors.darker(face.deepShade(), 0.55), 0.8));
        }
    }

    private void side(double side, double top, double x, double y, double w) {
        Path2D shadow =
                Outline.closed(
                        top + side * 0.05, y - 0.44,
                        top + side * 0.10, y - 0.36,
                        (top + x) / 2 + side * 0.10, y - 0.18,
                        x + side * 0.16 * w, y + 0.02,
                        x + side * 0.12 * w, y + 0.06,
                        x + side * 0.055, y - 0.03,
                        (top + x) / 2 + side * 0.045, y - 0.2);
        pen.spotOn(
                shadow,
                x + side * 0.09,
                y - 0.14,
                0.14,
                0.36,
                face.deepShade(),
                0.20 + 0.2 * Math.abs(face.light()));
    }
}
