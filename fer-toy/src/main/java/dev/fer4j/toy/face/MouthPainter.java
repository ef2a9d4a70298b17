package dev.fer4j.toy.face;

import dev.fer4j.core.Gender;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.function.DoubleUnaryOperator;

/** Paints the mouth, its inside, and the folds beside it. */
final class MouthPainter {

    private static final int STEPS = 28;

    private final Pen pen;
    private final Face face;
    private final double centre;
    private final double y0;
    private final double half;
    private final double smile;
    private final double gap;
    private final double full;

    MouthPainter(Pen pen, Face face) {
        this.pen = pen;
        this.face = face;
        Identity.Lips lips = face.identity().lips();
        smile = face.smile();
        double broad = Math.max(0, smile);
        centre = face.x(0, 0.8);
        y0 = face.y(Face.MOUTH_Y - 0.015 * broad, 0.8);
        double open = face.mouthOpen();
        half = lips.width() * (1 + 0.27 * broad - 0.10 * Math.max(0, -smile) - 0.16 * open);
        gap = 0.235 * open + 0.115 * Math.max(0, smile - 0.38);
        full = 0.75 + 0.5 * lips.fullness() - 0.16 * broad;
    }

    void paint() {
        folds();
        Path2D inner = band(this::upperInner, this::lowerInner);
        Color lip = lipColour();
        pen.spot(centre, y0 + 0.05, half * 1.25, 0.16, face.shade(), 0.28);
        if (gap > 0.012) {
            inside(inner);
        }
        Path2D upper = band(this::upperOuter, this::upperInner);
        Path2D lower = band(this::lowerInner, this::lowerOuter);
        pen.fill(upper, Colors.darker(lip, 0.86));
        pen.fill(lower, lip);
        double lowerMiddle = (lowerInner(0) + lowerOuter(0)) / 2;
        pen.spotOn(lower, centre, lowerOuter(0) + 0.005, half * 0.8, 0.05, face.deepShade(), 0.3);
        pen.spotOn(
                lower,
                centre + 0.05 * face.light(),
                lowerMiddle - 0.008,
                half * 0.5,
                0.028,
                Color.WHITE,
                face.identity().lips().colour().isPresent() ? 0.5 : 0.3);
        pen.line(
                line(gap > 0.012 ? this::upperInner : this::seam),
                Colors.fade(Colors.darker(face.deepShade(), 0.45), 0.85),
                gap > 0.012 ? 0.012 : 0.020);
        corners();
    }

    private void inside(Path2D inner) {
        pen.fill(inner, new Color(0x3d1214));
        Shape clip = pen.graphics().getClip();
        pen.graphics().clip(inner);
        double tongue = lowerInner(0) + 0.01;
        if (gap > 0.10) {
            pen.fill(Pen.ellipse(centre, tongue, half * 0.55, gap * 0.36), new Color(0xb55a5c));
        }
        double teeth = Math.min(0.085, 0.03 + 0.55 * gap);
        Path2D row =
                band(x -> upperInner(x) - 0.02, x -> upperInner(x) + teeth * (1 - 0.45 * x * x));
        pen.fill(row, new Color(0xf5f1ea));
        pen.spot(centre, upperInner(0), half * 1.1, 0.035, new Color(0x5a3a34), 0.35);
        for (int side = -1; side <= 1; side += 2) {
            pen.spot(
                    centre + side * half,
                    upperInner(side),
                    half * 0.42,
                    0.16,
                    new Color(0x2b0d0e),
                    0.8);
        }
        pen.graphics().setClip(clip);
    }

    /** Curvature shared by all lines of the mouth: for a smile, corners up and middle down. */
    private double curve(double x) {
        double lift = smile > 0 ? 0.085 : 0.075;
        return smile * lift * (0.42 - Math.pow(Math.abs(x), 1.8));
    }

    private double seam(double x) {
        return y0
                + curve(x)
                + 0.012 * Math.max(0, 1 - 9 * gap) * Math.cos(3 * Math.PI * x) * (1 - x * x);
    }

    private double upperInner(double x) {
        return seam(x) - 0.16 * gap * (1 - x * x);
    }

    private double lowerInner(double x) {
        return seam(x) + 0.84 * gap * Math.pow(Math.max(0, 1 - x * x), 0.75);
    }

    private double upperOuter(double x) {
        double bow =
                0.062 * (1 - Math.pow(Math.abs(x), 1.5))
                        + 0.020 * Math.exp(-sq((Math.abs(x) - 0.3) / 0.2));
        double dip = 0.018 * Math.exp(-sq(x / 0.13));
        return upperInner(x) - full * (bow - dip) * Math.min(1, 6 * (1 - Math.abs(x)));
    }

    private double lowerOuter(double x) {
        return lowerInner(x) + full * 0.088 * Math.pow(Math.max(0, 1 - x * x), 0.8);
    }

    private static double sq(double x) {
        return x * x;
    }

    private void corners() {
        for (int side = -1; side <= 1; side += 2) {
            double x = centre + side * (half + 0.012);
            pen.spot(x, seam(side), 0.05, 0.045, face.deepShade(), 0.55);
            if (smile > 0.25) {
                Path2D dimple = new Path2D.Double();
                dimple.moveTo(x + side * 0.03, seam(side) - 0.05);
                dimple.quadTo(x + side * 0.06, seam(side), x + side * 0.035, seam(side) + 0.05);
                pen.line(
                        dimple,
                        Colors.fade(face.deepShade(), Math.min(0.5, 0.55 * (smile - 0.25))),
                        0.014);
            }
        }
    }

    /**
     * The folds from the wings of the nose to the corners of the mouth, deeper the more the cheeks
     * rise.
     */
    private void folds() {
        double age = Math.max(0, (face.identity().age() - 30) / 40.0);
        double depth =
                Math.min(0.62, 0.05 + 0.20 * age + 0.30 * Math.max(0, smile) + 0.22 * face.cheek());
        for (int side = -1; side <= 1; side += 2) {
            double nose = face.x(side * 0.175 * face.identity().nose().width(), 0.85);
            Path2D fold = new Path2D.Double();
            fold.moveTo(nose, face.y(0.28, 0.85));
            fold.curveTo(
                    nose + side * 0.10,
                    y0 - 0.20,
                    centre + side * (half + 0.10),
                    y0 - 0.12,
                    centre + side * (half + 0.085),
                    y0 + 0.02 - 0.04 * smile);
            pen.line(fold, Colors.fade(face.shade(), depth), 0.045);
            pen.line(fold, Colors.fade(face.deepShade(), depth * 0.55), 0.016);
        }
    }

    private Color lipColour() {
        Color own = Colors.mix(face.skin(), new Color(0xa8434a), 0.46);
        Color natural = Colors.times(own, 0.97, 0.90, 0.92);
        if (face.identity().gender() != Gender.FEMALE) {
            natural = Colors.mix(natural, face.shade(), 0.4);
        }
        Color skinLip = natural;
        return face.identity()
                .lips()
                .colour()
                .map(c -> Colors.mix(c, skinLip, 0.2))
                .orElse(skinLip);
    }

    private Path2D line(DoubleUnaryOperator f) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i <= STEPS; i++) {
            double x = 2.0 * i / STEPS - 1;
            add(path, i == 0, x, f.applyAsDouble(x));
        }
        return path;
    }

    private Path2D band(DoubleUnaryOperator top, DoubleUnaryOperator bottom) {
        Path2D path = line(top);
        for (int i = STEPS; i >= 0; i--) {
            double x = 2.0 * i / STEPS - 1;
            add(path, false, x, bottom.applyAsDouble(x));
        }
        path.closePath();
        return path;
    }

    private void add(Path2D path, boolean first, double x, double y) {
        double px = centre + half * x * face.foreshortening(x);
        if (first) {
            path.moveTo(px, y);
        } else {
            path.lineTo(px, y);
        }
    }
}
