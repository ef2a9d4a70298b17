package dev.fer4j.toy.face;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Path2D;

/** Paints a headscarf: a cloth around the face that covers hair, ears and neck. */
final class ScarfPainter {

    private final Pen pen;
    private final Face face;

    ScarfPainter(Pen pen, Face face) {
        this.pen = pen;
        this.face = face;
    }

    void paint() {
        double w = face.identity().shape().width();
        double drop = 0.10 * face.mouthOpen();
        Color colour = face.identity().hair().colour();
        Path2D cloth =
                Outline.closed(
                        Outline.mirrored(
                                0.001, -1.30, w * 0.62, -1.20, w * 0.98, -0.88, w + 0.15, -0.36,
                                w + 0.14, 0.3, w + 0.06, 0.85, w + 0.16, 1.35, w + 0.24, 1.75,
                                0.001, 2.05));
        Path2D opening =
                Outline.closed(
                        Outline.mirrored(
                                0.001,
                                -0.80,
                                w * 0.52,
                                -0.74,
                                w * 0.84,
                                -0.45,
                                w * 0.915,
                                0.0,
                                w * 0.86,
                                0.42,
                                w * 0.62,
                                0.80 + drop,
                                0.001,
                                1.0 + drop));
        cloth.setWindingRule(Path2D.WIND_EVEN_ODD);
        cloth.append(opening, false);
        pen.line(opening, Colors.fade(face.deepShade(), 0.35), 0.10);
        pen.fill(
                cloth,
                new GradientPaint(
                        (float) (0.9 * face.light()),
                        -1.1f,
                        Colors.lighter(colour, 0.14),
                        (float) (-0.9 * face.light()),
                        1.5f,
                        Colors.darker(colour, 0.6)));
        Color fold = Colors.fade(Colors.darker(colour, 0.45), 0.38);
        Color ridge = Colors.fade(Colors.lighter(colour, 0.4), 0.25);
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 4; i++) {
                double x = side * (w + 0.02 + 0.03 * i);
                Path2D line =
                        Outline.open(
                                side * (0.25 + 0.11 * i),
                                -1.12 + 0.07 * i,
                                side * (w - 0.06 + 0.04 * i),
                                -0.6,
                                x,
                                0.2,
                                side * (0.62 - 0.10 * i),
                                1.0 + 0.06 * i,
                                side * (0.1 + 0.1 * i),
                                1.35 + 0.13 * i);
                pen.line(line, i % 2 == 0 ? fold : ridge, 0.026);
            }
        }
        pen.line(opening, Colors.fade(Colors.lighter(colour, 0.25), 0.6), 0.028);
    }
}
