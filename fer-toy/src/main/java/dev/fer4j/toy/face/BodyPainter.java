package dev.fer4j.toy.face;

import dev.fer4j.core.Gender;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Path2D;

/** Paints the neck, shoulders and clothing. */
final class BodyPainter {

    private final Pen pen;
    private final Face face;
    private final double neck;

    BodyPainter(Pen pen, Face face) {
        this.pen = pen;
        this.face = face;
        this.neck =
                face.identity().shape().width()
                        * (face.identity().gender() == Gender.FEMALE ? 0.50 : 0.62);
    }

    void paint() {
        pen.graphics().translate(0, -0.12);
        neck();
        Identity.Clothing clothing = face.identity().clothing();
        switch (clothing.style()) {
            case CREW -> garment(clothing.colour(), 1.36, 0.1);
            case STRIPES -> stripes(clothing);
            case V_NECK -> garment(clothing.colour(), 1.72, 0.0);
            case TURTLENECK -> turtleneck(clothing.colour());
            case SHIRT -> shirt(clothing.colour());
            case JACKET -> jacket(clothing);
        }
        pen.graphics().translate(0, 0.12);
    }

    private void neck() {
        Path2D shape =
                Outline.closed(
                        -neck,
                        0.45,
                        -neck * 0.97,
                        1.05,
                        -neck * 1.25,
                        1.34,
                        -1.1,
                        1.66,
                        -1.1,
                        2.4,
                        1.1,
                        2.4,
                        1.1,
                        1.66,
                        neck * 1.25,
                        1.34,
                        neck * 0.97,
                        1.05,
                        neck,
                        0.45);
        pen.fill(shape, Colors.mix(face.skin(), face.shade(), 0.3));
        pen.spotOn(shape, 0.08 * face.light(), 1.02, neck * 1.35, 0.40, face.deepShade(), 0.75);
        pen.spotOn(shape, -face.light() * neck, 1.2, neck * 0.9, 0.6, face.deepShade(), 0.35);
        pen.spotOn(shape, 0.3 * face.light(), 1.62, 0.4, 0.2, face.lit(), 0.35);
        for (int side = -1; side <= 1; side += 2) {
            pen.line(
                    Outline.open(side * 0.05, 1.56, side * 0.2, 1.52, side * 0.5, 1.50),
                    Colors.fade(face.deepShade(), 0.3),
                    0.03);
        }
    }

    /** A garment whose neckline dips to {@code dip} in the middle. */
    private Path2D garmentShape(double dip, double roundness) {
        double edge = neck * 1.22;
        Path2D path = new Path2D.Double();
        path.moveTo(-edge, 1.27);
        path.curveTo(-edge * 0.9, 1.27 + (dip - 1.27) * 0.7, -0.3 * edge - roundness, dip, 0, dip);
        path.curveTo(
                0.3 * edge + roundness, dip, edge * 0.9, 1.27 + (dip - 1.27) * 0.7, edge, 1.27);
        path.curveTo(0.75, 1.42, 1.12, 1.44, 1.34, 1.66);
        path.curveTo(1.55, 1.9, 1.6, 2.4, 1.62, 3);
        path.lineTo(-1.62, 3);
        path.curveTo(-1.6, 2.4, -1.55, 1.9, -1.34, 1.66);
        path.curveTo(-1.12, 1.44, -0.75, 1.42, -edge, 1.27);
        path.closePath();
        return path;
    }

    private void cloth(Path2D shape, Color colour) {
        double from = face.light() >= 0 ? 1 : -1;
        pen.fill(
                shape,
                new GradientPaint(
                        (float) (1.3 * from),
                        1.2f,
                        Colors.lighter(colour, 0.16),
                        (float) (-1.4 * from),
                        2.1f,
                        Colors.darker(colour, 0.55)));
        Color fold = Colors.darker(colour, 0.45);
        for (int side = -1; side <= 1; side += 2) {
            pen.spotOn(shape, side * 0.95, 2.1, 0.16, 0.5, fold, 0.35);
            pen.spotOn(shape, side * 0.55, 1.62, 0.3, 0.12, Colors.lighter(colour, 0.4), 0.25);
        }
    }

    private void garment(Color colour, double dip, double roundness) {
        Path2D shape = garmentShape(dip, roundness);
        pen.line(shape, Colors.fade(Color.BLACK, 0.16), 0.07);
        cloth(shape, colour);
        pen.line(neckline(dip, roundness), Colors.darker(colour, 0.72), 0.055);
        pen.line(neckline(dip + 0.02, roundness), Colors.lighter(colour, 0.10), 0.03);
    }

    private Path2D neckline(double dip, double roundness) {
        double edge = neck * 1.22;
        Path2D path = new Path2D.Double();
        path.moveTo(-edge, 1.29);
        path.curveTo(-edge * 0.9, 1.28 + (dip - 1.27) * 0.7, -0.3 * edge - roundness, dip, 0, dip);
        path.curveTo(
                0.3 * edge + roundness, dip, edge * 0.9, 1.28 + (dip - 1.27) * 0.7, edge, 1.29);
        return path;
    }

    private void stripes(Identity.Clothing clothing) {
        garment(clothing.colour(), 1.40, 0.1);
        for (int i = 0; i < 5; i++) {
            double y = 1.62 + 0.2 * i;
            double reach = 1.22 + 0.06 * i;
            pen.line(
                    Outline.open(-reach, y, 0, y + 0.13, reach, y),
                    Colors.fade(clothing.accent(), 0.8),
                    0.075);
        }
    }

    private void turtleneck(Color colour) {
        cloth(garmentShape(1.42, 0.1), colour);
        double edge = neck * 1.12;
        Path2D collar =
                Outline.closed(
                        -edge,
                        1.05,
                        0,
                        1.17,
                        edge,
                        1.05,
                        edge * 1.14,
                        1.36,
                        0,
                        1.50,
                        -edge * 1.14,
                        1.36);
        cloth(collar, colour);
        pen.line(collar, Colors.fade(Colors.darker(colour, 0.4), 0.45), 0.025);
        pen.spot(0.05, 1.08, edge * 0.9, 0.09, Color.BLACK, 0.35);
    }

    private void shirt(Color colour) {
        garment(colour, 1.70, 0.0);
        pen.line(
                Outline.open(0, 1.70, 0, 2.2, 0, 3),
                Colors.fade(Colors.darker(colour, 0.5), 0.6),
                0.025);
        collar(colour);
    }

    private void collar(Color colour) {
        double edge = neck * 1.2;
        for (int side = -1; side <= 1; side += 2) {
            Path2D wing = new Path2D.Double();
            wing.moveTo(side * edge, 1.16);
            wing.quadTo(side * edge * 0.7, 1.46, side * 0.03, 1.68);
            wing.lineTo(side * 0.32, 1.86);
            wing.quadTo(side * 0.62, 1.62, side * (edge + 0.14), 1.32);
            wing.closePath();
            cloth(wing, Colors.lighter(colour, 0.12));
            pen.line(wing, Colors.fade(Colors.darker(colour, 0.35), 0.5), 0.02);
        }
    }

    private void jacket(Identity.Clothing clothing) {
        garment(clothing.accent(), 1.55, 0.05);
        Color colour = Colors.darker(clothing.colour(), 0.8);
        for (int side = -1; side <= 1; side += 2) {
            Path2D half = new Path2D.Double();
            half.moveTo(side * neck * 1.28, 1.22);
            half.quadTo(side * 0.45, 1.8, side * 0.10, 3);
            half.lineTo(side * 1.66, 3);
            half.curveTo(side * 1.62, 2.3, side * 1.58, 1.9, side * 1.37, 1.63);
            half.curveTo(side * 1.1, 1.40, side * 0.75, 1.40, side * neck * 1.28, 1.22);
            half.closePath();
            cloth(half, colour);
            Path2D lapel = new Path2D.Double();
            lapel.moveTo(side * neck * 1.28, 1.22);
            lapel.quadTo(side * 0.45, 1.8, side * 0.15, 2.8);
            lapel.quadTo(side * 0.8, 2.2, side * 0.80, 1.75);
            lapel.lineTo(side * 0.62, 1.68);
            lapel.lineTo(side * 0.66, 1.50);
            lapel.closePath();
            cloth(lapel, Colors.lighter(colour, 0.10));
            pen.line(lapel, Colors.fade(Color.BLACK, 0.35), 0.018);
        }
    }
}
