package dev.fer4j.toy.face;

import java.awt.Color;
import java.awt.geom.Path2D;

/**
 * One person at one moment, as input to the painters: the visible expression, the colours of lit
 * and shaded skin, and the mapping of points of the head to the picture when the head turns and
 * nods.
 *
 * <p>Face units: the origin lies between the eyes and the nose, x points right, y down; crown at
 * −1.14, eyes at −0.12, mouth at 0.57, chin at 1.02. Depth is 0 at the outline, 1 at the tip of the
 * nose.
 *
 * @param identity the person
 * @param shown expression and resting face combined
 * @param light −1 from the left to 1 from the right
 */
record Face(Identity identity, Expression shown, double light) {

    static final double EYE_Y = -0.12;
    static final double MOUTH_Y = 0.57;

    double x(double x, double depth) {
        return x * Math.cos(0.35 * shown.turn()) + 0.19 * shown.turn() * depth;
    }

    double y(double y, double depth) {
        return y * identity.shape().length() + 0.15 * shown.nod() * depth;
    }

    /** The factor by which a feature on the given side is narrowed by the turn of the head. */
    double foreshortening(double side) {
        return 1 - 0.13 * Math.max(0, side * shown.turn()) - 0.03 * Math.abs(shown.turn());
    }

    double smile() {
        return shown.smile();
    }

    /** Opening of the mouth in [0, 1]; negative values look like closed lips. */
    double mouthOpen() {
        return Math.max(0, shown.mouthOpen());
    }

    double cheek() {
        return Math.max(0, shown.cheekRaise());
    }

    Color skin() {
        return Colors.skin(identity.skin());
    }

    Color shade() {
        return Colors.times(skin(), 0.74, 0.62, 0.58);
    }

    Color deepShade() {
        return Colors.times(skin(), 0.50, 0.37, 0.34);
    }

    Color lit() {
        return Colors.mix(skin(), new Color(0xfff3e2), 0.30 - 0.04 * identity.skin().tone());
    }

    /** Outline of the head from crown to chin, enlarged by {@code grow} face units. */
    Path2D outline(double grow) {
        Identity.Shape s = identity.shape();
        double w = s.width() + grow;
        double jaw = w * s.jaw();
        double drop = 0.10 * mouthOpen() - 0.015 * Math.max(0, smile());
        double wide = 1 + 0.03 * Math.max(0, smile()) + 0.02 * cheek();
        double[] p =
                Outline.mirrored(
                        0.001,
                        -1.14 - grow,
                        w * 0.47,
                        -1.055 - grow,
                        w * 0.845,
                        -0.78 - grow * 0.5,
                        w,
                        -0.36,
                        w * 0.985 * wide,
                        0.08,
                        (0.55 * w + 0.45 * jaw) * wide,
                        0.40,
                        jaw * 0.86,
                        0.68 + 0.6 * drop,
                        (s.chin() + 0.12 + jaw * 0.34) * 0.62,
                        0.90 + drop + grow * 0.6,
                        s.chin() * 0.52,
                        1.005 + drop + grow,
                        0.001,
                        1.02 + drop + grow);
        double turn = shown.turn();
        for (int i = 0; i < p.length; i += 2) {
            double side = Math.signum(p[i]);
            double low = Math.max(0, p[i + 1]);
            p[i] = p[i] * (1 - 0.05 * side * turn) + 0.07 * turn * low;
            p[i + 1] = y(p[i + 1], 0.25 * Math.max(0, p[i + 1]));
        }
        return Outline.closed(p);
    }
}
