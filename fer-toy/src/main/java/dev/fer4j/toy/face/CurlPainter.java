package dev.fer4j.toy.face;

import java.awt.Color;
import java.util.SplittableRandom;

/** Paints curls as many small circles, dark below and lit above. */
final class CurlPainter {

    private final Pen pen;
    private final Face face;
    private final Color colour;
    private final SplittableRandom random;

    CurlPainter(Pen pen, Face face) {
        this.pen = pen;
        this.face = face;
        this.colour = face.identity().hair().colour();
        this.random = new SplittableRandom(face.identity().detail());
    }

    /** A large circle of curls behind the head. */
    void paintRound(double radius) {
        double y = -0.48;
        pen.fill(Pen.ellipse(0, y, radius, radius * 0.98), Colors.darker(colour, 0.7));
        for (int i = 0; i < 30; i++) {
            double angle = 2 * Math.PI * i / 30 + random.nextDouble(0.12);
            double r = random.nextDouble(0.10, 0.17);
            double d = radius - 0.05;
            curl(d * Math.cos(angle), y + d * 0.98 * Math.sin(angle), r, 0.2);
        }
        for (int i = 0; i < 60; i++) {
            double angle = random.nextDouble(Math.PI, 2 * Math.PI);
            double d = radius * Math.sqrt(random.nextDouble(0.35, 1));
            curl(d * Math.cos(angle), y + d * Math.sin(angle), random.nextDouble(0.07, 0.12), 0.35);
        }
    }

    /** Curls over the top of the head, down to the hairline. */
    void paintCap(double thick) {
        double w = face.identity().shape().width();
        for (int row = 0; row < 4; row++) {
            int n = 17 - row;
            for (int i = 0; i < n; i++) {
                double angle = Math.PI * (0.97 + 1.06 * (i + 0.5 * (row % 2)) / (n - 0.5));
                double rx = w + 0.02 + thick * 0.4 - 0.035 * row;
                double top = 1.12 + thick - 0.125 * row;
                double x = rx * Math.cos(angle);
                double y = -0.16 + (top - 0.16) * Math.sin(angle) * (1 - 0.01 * row);
                double jitter = random.nextDouble(-0.025, 0.025);
                double small = 0.62 + 0.38 * Math.max(0, -Math.sin(angle));
                curl(x + jitter, y + jitter, small * random.nextDouble(0.10, 0.145), 0.30);
            }
        }
    }

    private void curl(double x, double y, double r, double shine) {
        pen.fill(
                Pen.ellipse(x, y, r, r * 0.95),
                Colors.darker(colour, random.nextDouble(0.72, 0.95)));
        pen.spot(
                x + 0.25 * r * face.light(),
                y - 0.3 * r,
                r * 0.7,
                r * 0.55,
                Colors.lighter(colour, 0.4),
                shine);
    }
}
