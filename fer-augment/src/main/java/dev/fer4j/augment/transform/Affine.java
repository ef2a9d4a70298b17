package dev.fer4j.augment.transform;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An affine map of the plane, from a point of the result to the point of the source whose colour it
 * takes: {@code x' = xx·x + xy·y + x0}, {@code y' = yx·x + yy·y + y0}. Units are source pixels,
 * measured from the image's centre, x to the right and y down.
 *
 * <p>JSON has one flat object: {@code xx, xy, x0, yx, yy, y0}.
 *
 * @param toX gives x'
 * @param toY gives y'
 */
public record Affine(Row toX, Row toY) {

    /**
     * One coordinate of the result of a map: {@code x·(the point's x) + y·(its y) + shift}.
     *
     * @param x coefficient of x
     * @param y coefficient of y
     * @param shift in pixels
     */
    public record Row(double x, double y, double shift) {

        public Row {
            checkArgument(
                    Double.isFinite(x + y + shift),
                    "the row [%s %s %s] of a map is not finite",
                    x,
                    y,
                    shift);
            // Turns negative zeros into positive ones, so that equal maps are equal values.
            x += 0.0;
            y += 0.0;
            shift += 0.0;
        }

        private Row after(Affine first) {
            return new Row(
                    x * first.toX.x + y * first.toY.x,
                    x * first.toX.y + y * first.toY.y,
                    x * first.toX.shift + y * first.toY.shift + shift);
        }

        private double of(Point place) {
            return x * place.x() + y * place.y() + shift;
        }
    }

    public Affine {
        requireNonNull(toX);
        requireNonNull(toY);
    }

    @JsonCreator
    static Affine read(
            @JsonProperty("xx") double xx,
            @JsonProperty("xy") double xy,
            @JsonProperty("x0") double x0,
            @JsonProperty("yx") double yx,
            @JsonProperty("yy") double yy,
            @JsonProperty("y0") double y0) {
        return new Affine(new Row(xx, xy, x0), new Row(yx, yy, y0));
    }

    @JsonValue
    Map<String, Double> toJson() {
        Map<String, Double> fields = new LinkedHashMap<>();
        fields.put("xx", toX.x);
        fields.put("xy", toX.y);
        fields.put("x0", toX.shift);
        fields.put("yx", toY.x);
        fields.put("yy", toY.y);
        fields.put("y0", toY.shift);
        return fields;
    }

    /** The identity map. */
    public static final Affine IDENTITY = read(1, 0, 0, 0, 1, 0);

    /** Rotates the content clockwise by an angle in degrees. */
    public static Affine rotation(double degrees) {
        double radians = Math.toRadians(degrees);
        // StrictMath gives the same bits on every machine.
        double cos = StrictMath.cos(radians);
        double sin = StrictMath.sin(radians);
        return read(cos, sin, 0, -sin, cos, 0);
    }

    /** Shows a window of the source, scaled by {@code sx, sy} and shifted by {@code dx, dy}. */
    public static Affine window(double sx, double sy, double dx, double dy) {
        return read(sx, 0, dx, 0, sy, dy);
    }

    /** Swaps left and right. */
    public static Affine mirror() {
        return read(-1, 0, 0, 0, 1, 0);
    }

    /** Returns the map that applies {@code first} and then this one. */
    public Affine after(Affine first) {
        return new Affine(toX.after(first), toY.after(first));
    }

    /** Maps a point. */
    public Point apply(Point place) {
        return new Point(toX.of(place), toY.of(place));
    }

    /**
     * Returns the inverse map, from the source to the result.
     *
     * @throws IllegalStateException if this map collapses the plane to a line, which no drawn map
     *     does
     */
    public Affine inverse() {
        double determinant = toX.x * toY.y - toX.y * toY.x;
        checkState(Double.isFinite(1 / determinant), "%s is not invertible", this);
        double a = toY.y / determinant;
        double b = -toX.y / determinant;
        double c = -toY.x / determinant;
        double d = toX.x / determinant;
        return read(a, b, -(a * toX.shift + b * toY.shift), c, d, -(c * toX.shift + d * toY.shift));
    }
}
