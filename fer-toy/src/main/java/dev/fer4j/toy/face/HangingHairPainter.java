package dev.fer4j.toy.face;

import java.awt.Shape;
import java.awt.geom.Path2D;

/** Paints hair that hangs down or is tied. */
final class HangingHairPainter {

    private final Pen pen;
    private final Face face;
    private final HairTone tone;
    private final double w;
    private final double volume;
    private final double flip;

    HangingHairPainter(Pen pen, Face face, HairTone tone) {
        this.pen = pen;
        this.face = face;
        this.tone = tone;
        this.w = face.identity().shape().width();
        this.volume = face.identity().hair().volume();
        this.flip = face.identity().hair().mirrored() ? -1 : 1;
    }

    /** Hair that hangs behind head and shoulders down to {@code length}. */
    void back(double length, double wide, double wave) {
        double[] right = new double[26];
        for (int i = 0; i < 13; i++) {
            double t = i / 12.0;
            double y = -0.45 + t * (length + 0.45);
            double spread = w + wide * Math.min(1, 0.2 + t * 1.3) + wave * t * Math.sin(i * 1.7);
            right[2 * i] = spread * (i == 12 ? 0.78 : i == 0 ? 0.8 : 1);
            right[2 * i + 1] = y;
        }
        Path2D shape = Outline.closed(Outline.mirrored(right));
        tone.fill(shape, -0.9, length * 0.7);
        pen.spotOn(shape, 0, 0.75, w * 0.95, 0.9, Colors.darker(tone.colour(), 0.35), 0.75);
    }

    /** Locks on both sides of the face, over the shoulders. */
    void locks(double length, double wave) {
        for (int side = -1; side <= 1; side += 2) {
            double[] p = new double[2 * 16];
            for (int i = 0; i < 8; i++) {
                double t = i / 7.0;
                double y = -0.42 + t * (length + 0.42);
                double swing = wave * Math.sin(i * 1.9 + side);
                p[2 * i] =
                        side
                                * (w
                                        - 0.01
                                        + 0.16 * Math.sin(0.84 * Math.PI * Math.sqrt(t))
                                        + t * swing);
                p[2 * i + 1] = y;
                double inner = w * (0.86 + 0.10 * t) - 0.10 * Math.max(0, t - 0.5);
                p[2 * (15 - i)] = side * (inner + t * swing * 0.7);
                p[2 * (15 - i) + 1] = y + 0.02;
            }
            Path2D lock = Outline.closed(p);
            tone.fill(lock, -0.7, length);
            for (int i = 0; i < 4; i++) {
                double x = side * (w - 0.02 + 0.035 * i);
                pen.line(
                        Outline.open(
                                x,
                                -0.5,
                                x + side * 0.05 + wave,
                                0.1,
                                x + side * 0.02 - wave,
                                length * 0.6,
                                x,
                                length * 0.93),
                        Colors.fade(
                                i % 2 == 0
                                        ? Colors.lighter(tone.colour(), 0.3)
                                        : Colors.darker(tone.colour(), 0.5),
                                0.3),
                        0.018);
            }
        }
    }

    void tail() {
        double s = flip;
        Path2D shape =
                Outline.closed(
                        s * 0.3,
                        -0.6,
                        s * (w + 0.22),
                        -0.2,
                        s * (w + 0.30),
                        0.4,
                        s * (w + 0.12),
                        1.0,
                        s * (w + 0.16),
                        1.7,
                        s * (w - 0.10),
                        1.9,
                        s * (w - 0.22),
                        1.2,
                        s * 0.4,
                        0.4);
        tone.fill(shape, -0.6, 1.6);
        for (int i = 0; i < 4; i++) {
            double x = s * (w - 0.12 + 0.08 * i);
            pen.line(
                    Outline.open(x, -0.2, x + s * 0.08, 0.4, x - s * 0.05, 1.0, x - s * 0.03, 1.7),
                    Colors.fade(Colors.lighter(tone.colour(), 0.3), 0.3),
                    0.02);
        }
    }

    void bun() {
        double x = 0.10 * flip;
        Shape bun = Pen.ellipse(x, -1.27, 0.34 + 0.08 * volume, 0.27 + 0.06 * volume);
        tone.fill(bun, -1.6, -1.0);
        pen.spotOn(
                bun,
                x + 0.12 * face.light(),
                -1.40,
                0.2,
                0.12,
                Colors.lighter(tone.colour(), 0.5),
                0.4);
        for (int i = -1; i <= 1; i++) {
            pen.line(
                    Outline.open(x - 0.28, -1.2 + 0.08 * i, x, -1.42 + 0.1 * i, x + 0.3, -1.22),
                    Colors.fade(Colors.darker(tone.colour(), 0.45), 0.45),
                    0.02);
        }
    }
}
