package dev.fer4j.augment.transform;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

/**
 * An affine map of the plane, from a point of the result to the point of the source whose colour it
 * takes: {@code x' = xx·x + xy·y + x0}, {@code y' = yx·x + yy·y + y0}. Units are source pixels,
 * measured from the image's centre, x to the right and y down.
 *
 * @param xx coefficient of x in x'
 * @param xy coefficient of y in x'
 * @param x0 shift of x'
 * @param yx coefficient of x in y'
 * @param yy coefficient of y in y'
 * @param y0 shift of y'
 */
public record Affine(double xx, double xy, double x0, double yx, double yy, double y0) {

    public Affine {
        double sum = xx + xy + x0 + yx + yy + y0;
        checkArgument(
                Double.isFinite(sum),
                "the map [%s %s %s; %s %s %s] is not finite",
                xx,
                xy,
                x0,
                yx,
                yy,
                y0);
        // Turns negative zeros into positive ones, so that equal maps are equal values.
        xx += 0.0;
        xy += 0.0;
        x0 += 0.0;
        yx += 0.0;
        yy += 0.0;
        y0 += 0.0;
    }

    /** The identity map. */
    public static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);

    /** Rotates the content clockwise by an angle in degrees. */
    public static Affine rotation(double degrees) {
        double radians = Math.toRadians(degrees);
        // StrictMath gives the same bits on every machine.
        double cos = StrictMath.cos(radians);
        double sin = StrictMath.sin(radians);
        return new Affine(cos, sin, 0, -sin, cos, 0);
    }

    /** Shows a window of the source, scaled by {@code sx, sy} and shifted by {@code dx, dy}. */
    public static Affine window(double sx, double sy, double dx, double dy) {
        return new Affine(sx, 0, dx, 0, sy, dy);
    }

    /** Swaps left and right. */
    public static Affine mirror() {
        return new Affine(-1, 0, 0, 0, 1, 0);
    }

    /** Returns the map that applies {@code first} and then this one. */
    public Affine after(Affine first) {
        return new Affine(
                xx * first.xx + xy * first.yx,
                xx * first.xy + xy * first.yy,
                xx * first.x0 + xy * first.y0 + x0,
                yx * first.xx + yy * first.yx,
                yx * first.xy + yy * first.yy,
                yx * first.x0 + yy * first.y0 + y0);
    }

    /** Maps a point. */
    public Point apply(Point place) {
        return new Point(
                xx * place.x() + xy * place.y() + x0, yx * place.x() + yy * place.y() + y0);
    }

    /**
     * Returns the inverse map, from the source to the result.
     *
     * @throws IllegalStateException if this map collapses the plane to a line, which no drawn map
     *     does
     */
    public Affine inverse() {
        double determinant = xx * yy - xy * yx;
        checkState(Double.isFinite(1 / determinant), "%s is not invertible", this);
        double a = yy / determinant;
        double b = -xy / determinant;
        double c = -yx / determinant;
        double d = xx / determinant;
        return new Affine(a, b, -(a * x0 + b * y0), c, d, -(c * x0 + d * y0));
    }
}
