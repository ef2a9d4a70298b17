package dev.fer4j.toy.face;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;

/** Paints the ears and the skin of the face with its light and shade, without the features. */
final class HeadPainter {

    private final Pen pen;
    private final Face face;

    HeadPainter(Pen pen, Face face) {
        this.pen = pen;
        this.face = face;
    }

    void paint() {
        ear(-1);
        ear(1);
        Path2D head = face.outline(0);
        pen.fill(head, face.skin());
        light(head);
        flesh(head);
        freckles();
        age();
        pen.line(head, Colors.fade(face.deepShade(), 0.22), 0.012);
    }

    private void ear(int side) {
        double turn = face.shown().turn() * side;
        double x = side * (face.identity().shape().width() * 0.985 - 0.04 * turn);
        double x2 = x - 0.10 * face.shown().turn();
        double y = face.y(0.04, -0.2);
        double rx = 0.105 * (1 - 0.3 * Math.max(0, turn));
        pen.fill(Pen.ellipse(x2, y, rx, 0.21), Colors.mix(face.skin(), face.shade(), 0.35));
        pen.spot(x2 + side * 0.015, y, rx * 0.75, 0.16, face.deepShade(), 0.42);
        pen.spot(x2 + side * 0.045, y - 0.08, rx * 0.4, 0.07, face.lit(), 0.5);
    }

    private void light(Path2D head) {
        double from = face.light();
        pen.spotOn(head, 0.42 * from, -0.28, 0.95, 1.15, face.lit(), 0.75);
        Color shade = face.shade();
        double w = face.identity().shape().width() + 0.02;
        double start = from > 0 ? w : -w;
        pen.fill(
                head,
                new LinearGradientPaint(
                        (float) start,
                        0f,
                        (float) -start,
                        0f,
                        new float[] {0f, 0.06f, 0.14f, 0.55f, 0.82f, 1f},
                        new Color[] {
                            Colors.fade(shade, 0.42),
                            Colors.fade(shade, 0.18),
                            Colors.fade(shade, 0.02),
                            Colors.fade(shade, 0.04),
                            Colors.fade(shade, 0.22 + 0.26 * Math.abs(from)),
                            Colors.fade(shade, 0.55 + 0.4 * Math.abs(from))
                        }));
        pen.fill(
                head,
                new LinearGradientPaint(
                        0f,
                        0.30f,
                        0f,
                        1.1f,
                        new float[] {0f, 0.6f, 1f},
                        new Color[] {
                            Colors.fade(shade, 0), Colors.fade(shade, 0.16), Colors.fade(shade, 0.6)
                        }));
    }

    private void flesh(Path2D head) {
        double up = 0.05 * face.cheek() + 0.03 * Math.max(0, face.smile());
        Color blush = Colors.mix(face.skin(), new Color(0xd2493f), 0.42);
        for (int side = -1; side <= 1; side += 2) {
            double x = face.x(side * 0.43, 0.4);
            double y = face.y(0.24 - up, 0.4);
            double near = face.foreshortening(side);
            pen.spot(x, y + 0.02, 0.28 * near, 0.21, blush, 0.34 + 0.22 * face.cheek());
            double bulge =
                    0.24 + 0.40 * Math.min(1, face.cheek() + 0.3 * Math.max(0, face.smile()));
            pen.spot(x - side * 0.02, y - 0.05, 0.20 * near, 0.11, face.lit(), bulge);
            double hollow = 0.20 + 0.1 * face.identity().skin().tone();
            pen.spotOn(head, side * 0.66, 0.50, 0.20, 0.34, face.shade(), hollow);
            double socketX = face.x(side * face.identity().eyes().spacing(), 0.55);
            pen.spot(socketX, face.y(-0.17, 0.55), 0.27 * near, 0.17, face.shade(), 0.55);
            pen.spot(
                    face.x(side * 0.14, 0.6),
                    face.y(-0.13, 0.6),
                    0.10,
                    0.15,
                    face.deepShade(),
                    0.26);
        }
        pen.spot(
                face.x(0.16 * face.light(), 0.5), face.y(-0.62, 0.5), 0.46, 0.24, face.lit(), 0.42);
        pen.spot(
                face.x(0.03 * face.light(), 0.6), face.y(0.90, 0.6), 0.17, 0.085, face.lit(), 0.45);
        pen.spot(
                face.x(0, 0.6),
                face.y(0.775, 0.6) + 0.07 * face.mouthOpen(),
                0.19,
                0.06,
                face.deepShade(),
                0.34);
    }

    private void freckles() {
        double many = face.identity().skin().freckles();
        if (many <= 0) {
            return;
        }
        SplittableRandom random = new SplittableRandom(face.identity().detail());
        Color colour = Colors.fade(Colors.times(face.skin(), 0.72, 0.52, 0.4), 0.42);
        for (int i = 0; i < 46 * many; i++) {
            double x = random.nextDouble(-0.5, 0.5);
            double y = random.nextDouble(0.06, 0.34);
            double r = random.nextDouble(0.007, 0.014);
            pen.fill(Pen.ellipse(face.x(x, 0.5), face.y(y, 0.5), r, r), colour);
        }
    }

    private void age() {
        double years = Math.max(0, (face.identity().age() - 32) / 36.0);
        for (int side = -1; side <= 1; side += 2) {
            double eye = side * face.identity().eyes().spacing();
            pen.spot(
                    face.x(eye, 0.5),
                    face.y(0.045, 0.5),
                    0.16,
                    0.055,
                    face.deepShade(),
                    0.10 + 0.26 * years);
        }
        if (years > 0) {
            double raised = Math.max(0, face.shown().brow());
            for (int i = 0; i < 3; i++) {
                double y = face.y(-0.60 - 0.10 * i, 0.5);
                pen.line(
                        Outline.open(
                                face.x(-0.34, 0.4),
                                y + 0.02,
                                face.x(0, 0.5),
                                y,
                                face.x(0.34, 0.4),
                                y + 0.02),
                        Colors.fade(face.deepShade(), Math.min(0.5, 0.22 * years + 0.2 * raised)),
                        0.012);
            }
        }
    }
}
