package dev.fer4j.toy.face;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** Paints eyes and brows. */
final class EyePainter {

    private static final double HALF_WIDTH = 0.172;

    private final Pen pen;
    private final Face face;

    EyePainter(Pen pen, Face face) {
        this.pen = pen;
        this.face = face;
    }

    void paint() {
        for (int side = -1; side <= 1; side += 2) {
            AffineTransform saved = pen.graphics().getTransform();
            double spacing = face.identity().eyes().spacing();
            pen.graphics().translate(face.x(side * spacing, 0.6), face.y(Face.EYE_Y, 0.6));
            // Mirrored, so that both eyes are painted as the right one, with the inner corner on
            // the left.
            pen.graphics().scale(side * face.foreshortening(side), 1);
            brow();
            double size = face.identity().eyes().size();
            pen.graphics().scale(size, size);
            eye(side);
            pen.graphics().setTransform(saved);
        }
        frownLines();
    }

    private void eye(int side) {
        Expression e = face.shown();
        double open = Math.max(0, 1 + e.eyeOpen()) * (1 + 0.12 * Math.max(0, e.brow()));
        double upper = -0.058 + 0.150 * Math.min(1.5, open) - 0.02 * face.cheek();
        double lower = (0.062 - 0.036 * face.cheek()) * Math.min(1, 0.35 + open);
        double top = Math.max(-lower + 0.012, upper);
        double slant = -0.028 * face.identity().eyes().slant();
        Path2D upperLid = lid(slant, -top, -0.035);
        Path2D lowerLid = lid(slant, lower, 0.03);
        Path2D opening = new Path2D.Double(upperLid);
        Path2D back = new Path2D.Double();
        back.moveTo(HALF_WIDTH, slant);
        back.curveTo(0.10, slant * 0.5 + lower * 1.25, -0.06, lower * 1.45, -HALF_WIDTH, 0.02);
        opening.append(back, true);
        opening.closePath();

        fold(top, slant);
        Color white = Colors.mix(new Color(0xf6f2ee), face.shade(), 0.10);
        pen.fill(opening, white);
        Shape clip = pen.graphics().getClip();
        pen.graphics().clip(opening);
        iris(side * e.gazeX() * 0.080, e.gazeY() * 0.04 - 0.012);
        pen.spot(0, -top - 0.005, 0.24, 0.075, new Color(0x2a1712), 0.50);
        pen.spot(-HALF_WIDTH, 0.02, 0.045, 0.04, new Color(0xb0584e), 0.55);
        pen.graphics().setClip(clip);

        double lashes = face.identity().eyes().lashes();
        Color lash = Colors.mix(new Color(0x1b110d), face.deepShade(), 0.35 * (1 - lashes));
        pen.line(lowerLid, Colors.fade(face.deepShade(), 0.55), 0.012);
        pen.line(upperLid, lash, 0.021 + 0.015 * lashes);
        if (lashes > 0.35) {
            Path2D wing = new Path2D.Double();
            wing.moveTo(HALF_WIDTH * 0.72, slant - top * 0.55);
            wing.quadTo(
                    HALF_WIDTH, slant - 0.03, HALF_WIDTH + 0.045, slant - 0.035 - 0.02 * lashes);
            pen.line(wing, lash, 0.018 + 0.008 * lashes);
        }
        crease(lower);
    }

    private static Path2D lid(double slant, double height, double inner) {
        Path2D lid = new Path2D.Double();
        lid.moveTo(-HALF_WIDTH, 0.02);
        lid.curveTo(
                -0.10, 0.4 * inner + height * 1.22, 0.06, slant + height * 1.42, HALF_WIDTH, slant);
        return lid;
    }

    private void fold(double top, double slant) {
        Path2D fold = new Path2D.Double();
        double lift = 0.052 + 0.015 * face.shown().brow();
        fold.moveTo(-HALF_WIDTH * 0.92, -0.012);
        fold.curveTo(
                -0.10,
                -top * 1.2 - lift,
                0.07,
                slant - top * 1.35 - lift,
                HALF_WIDTH * 1.06,
                slant - 0.02);
        pen.spot(0, -Math.max(0, top) - 0.04, 0.21, 0.075, face.deepShade(), 0.30);
        pen.line(fold, Colors.fade(face.deepShade(), 0.75), 0.014);
    }

    private void iris(double x, double y) {
        Color iris = face.identity().eyes().iris();
        pen.fill(Pen.ellipse(x, y, 0.098, 0.098), Colors.darker(iris, 0.42));
        pen.fill(Pen.ellipse(x, y, 0.085, 0.085), iris);
        pen.spot(x, y + 0.03, 0.07, 0.05, Colors.lighter(iris, 0.55), 0.7);
        pen.fill(Pen.ellipse(x, y, 0.042, 0.042), new Color(0x0c0908));
        double lx = x + 0.03 * Math.signum(face.light() == 0 ? 1 : face.light());
        pen.fill(Pen.ellipse(lx, y - 0.032, 0.018, 0.018), new Color(255, 255, 255, 235));
    }

    /** The creases below the lower lid, and at the outer corner when the cheeks rise. */
    private void crease(double lower) {
        double cheek = face.cheek();
        Path2D bag = new Path2D.Double();
        bag.moveTo(-0.12, lower + 0.055);
        bag.quadTo(0.02, lower + 0.10 - 0.02 * cheek, 0.15, lower + 0.03);
        pen.line(bag, Colors.fade(face.deepShade(), 0.12 + 0.33 * cheek), 0.013);
        if (cheek > 0.3) {
            Color line = Colors.fade(face.deepShade(), 0.5 * (cheek - 0.3));
            for (int i = -1; i <= 1; i++) {
                Path2D crow = new Path2D.Double();
                crow.moveTo(HALF_WIDTH + 0.035, 0.005 + 0.022 * i);
                crow.lineTo(HALF_WIDTH + 0.10, 0.005 + 0.055 * i);
                pen.line(crow, line, 0.010);
            }
        }
    }

    private void brow() {
        double b = face.shown().brow();
        double frown = Math.max(0, -b);
        Identity.Brows brows = face.identity().brows();
        double thick = 0.030 + 0.032 * brows.thickness();
        double base = -0.235 - 0.085 * b - 0.01 * brows.arch();
        double inner = base + 0.045 * frown - 0.02 * Math.max(0, b);
        double innerX = -0.165 - 0.03 * frown;
        double peak = base - 0.035 - 0.05 * brows.arch() - 0.025 * Math.max(0, b) + 0.02 * frown;
        double outer = base + 0.045;
        Path2D shape =
                Outline.closed(
                        innerX,
                        inner + thick * 0.55,
                        innerX + 0.012,
                        inner - thick * 0.45,
                        0.02,
                        peak - thick * 0.62,
                        0.14,
                        peak - thick * 0.1 + 0.015,
                        0.245,
                        outer,
                        0.14,
                        peak + thick * 0.55 + 0.025,
                        0.02,
                        peak + thick * 0.5);
        Color hair = browColour();
        pen.fill(shape, Colors.fade(hair, 0.80));
        pen.spotOn(shape, 0.0, peak, 0.2, 0.07, Colors.darker(hair, 0.7), 0.5);
    }

    private Color browColour() {
        Identity.Hair hair = face.identity().hair();
        Color own =
                hair.style() == Identity.HairStyle.HEADSCARF
                        ? new Color(0x2b1d16)
                        : Colors.darker(hair.colour(), 0.72);
        return Colors.mix(own, face.deepShade(), 0.25);
    }

    private void frownLines() {
        double frown = Math.max(0, -face.shown().brow() - 0.12);
        for (int side = -1; side <= 1; side += 2) {
            Path2D line = new Path2D.Double();
            line.moveTo(face.x(side * 0.055, 0.6), face.y(-0.40, 0.6));
            line.lineTo(face.x(side * 0.045, 0.6), face.y(-0.27, 0.6));
            pen.line(line, Colors.fade(face.deepShade(), Math.min(0.6, 0.9 * frown)), 0.016);
        }
    }
}
