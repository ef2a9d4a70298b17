package dev.fer4j.augment.transform;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import java.util.List;

/**
 * An affine colour map: each output channel is a weighted sum of red, green and blue (0 to 255)
 * plus a constant. Values are not clipped, so that maps compose exactly; pixels are clipped once,
 * when they are written.
 *
 * @param rows three rows (red, green, blue) of four numbers: weights of red, green, blue, and the
 *     constant
 */
public record ColourMap(List<List<Double>> rows) {

    /** The identity map. */
    public static final ColourMap IDENTITY = brightness(1);

    private static final double[] LUMA = {0.299, 0.587, 0.114};
    private static final double MID_GREY = 127.5;

    public ColourMap {
        checkArgument(
                rows.size() == 3 && rows.stream().allMatch(row -> row.size() == 4),
                "a colour map has three rows of four numbers, not %s",
                rows);
        checkArgument(
                rows.stream().flatMap(List::stream).allMatch(Double::isFinite),
                "the colour map %s is not finite",
                rows);
        rows = rows.stream().map(List::copyOf).collect(ImmutableList.toImmutableList());
    }

    /** Multiplies all channels. */
    public static ColourMap brightness(double factor) {
        return of(new double[][] {{factor, 0, 0, 0}, {0, factor, 0, 0}, {0, 0, factor, 0}});
    }

    /**
     * Moves all channels away from mid-grey (127.5), or towards it for factors below 1. Using the
     * image's own mean, as other libraries do, would make the map depend on the image, so that it
     * could not be composed in advance.
     */
    public static ColourMap contrast(double factor) {
        double constant = MID_GREY * (1 - factor);
        return of(
                new double[][] {
                    {factor, 0, 0, constant}, {0, factor, 0, constant}, {0, 0, factor, constant}
                });
    }

    /** Moves all channels away from the pixel's luma (ITU-R BT.601); 0 gives a grey image. */
    public static ColourMap saturation(double factor) {
        double[][] matrix = new double[3][4];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                matrix[row][column] = (1 - factor) * LUMA[column] + (row == column ? factor : 0);
            }
        }
        return of(matrix);
    }

    /** Returns the map that applies {@code first} and then this one. */
    public ColourMap after(ColourMap first) {
        double[][] a = matrix();
        double[][] b = first.matrix();
        double[][] product = new double[3][4];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                double sum = column == 3 ? a[row][3] : 0;
                for (int k = 0; k < 3; k++) {
                    sum += a[row][k] * b[k][column];
                }
                product[row][column] = sum;
            }
        }
        return of(product);
    }

    public double[][] matrix() {
        return rows.stream().map(Doubles::toArray).toArray(double[][]::new);
    }

    private static ColourMap of(double[][] matrix) {
        return new ColourMap(
                List.of(
                        Doubles.asList(matrix[0]),
                        Doubles.asList(matrix[1]),
                        Doubles.asList(matrix[2])));
    }
}
