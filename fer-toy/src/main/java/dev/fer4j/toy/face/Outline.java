package dev.fer4j.toy.face;

import java.awt.geom.Path2D;

/** Smooth curves through points. */
final class Outline {

    private Outline() {}

    /** A closed curve through points x₀, y₀, x₁, y₁, … */
    static Path2D closed(double... points) {
        return through(points, true);
    }

    /** An open curve through points x₀, y₀, x₁, y₁, … */
    static Path2D open(double... points) {
        return through(points, false);
    }

    /** Completes the right side, from top to bottom, to a closed outline with its mirror image. */
    static double[] mirrored(double... right) {
        int n = right.length / 2;
        double[] all = new double[4 * n];
        for (int i = 0; i < n; i++) {
            all[2 * i] = right[2 * i];
            all[2 * i + 1] = right[2 * i + 1];
            int j = 2 * n - 1 - i;
            all[2 * j] = -right[2 * i];
            all[2 * j + 1] = right[2 * i + 1];
        }
        return all;
    }

    /** Catmull-Rom splines as Bézier curves. */
    private static Path2D through(double[] p, boolean closed) {
        int n = p.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(p[0], p[1]);
        for (int i = 0; i < (closed ? n : n - 1); i++) {
            int before = closed ? (i + n - 1) % n : Math.max(0, i - 1);
            int next = (i + 1) % n;
            int after = closed ? (i + 2) % n : Math.min(n - 1, i + 2);
            path.curveTo(
                    p[2 * i] + (p[2 * next] - p[2 * before]) / 6,
                    p[2 * i + 1] + (p[2 * next + 1] - p[2 * before + 1]) / 6,
                    p[2 * next] - (p[2 * after] - p[2 * i]) / 6,
                    p[2 * next + 1] - (p[2 * after + 1] - p[2 * i + 1]) / 6,
                    p[2 * next],
                    p[2 * next + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }
}
