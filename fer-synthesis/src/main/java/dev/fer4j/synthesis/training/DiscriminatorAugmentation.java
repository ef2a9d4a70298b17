package dev.fer4j.synthesis.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.internal.OwnedArrays;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.random.RandomGenerator;

/**
 * Augmentation of all images that the discriminator sees, real and generated alike, so that it
 * cannot memorize a small data set (Karras et al. 2020b, section 2 and appendix B): mirroring,
 * whole-pixel translation, brightness, contrast, mirrored luma, hue and saturation, each with a
 * given probability. The distribution of images can be recovered as long as the probability is
 * below about 0.8, so augmentations do not leak into generated images.
 *
 * <p>Rotations by 90° and scaling are left out: faces are upright, and whole pixels need no
 * filters. Pixels that a translation brings in are mirrored.
 */
final class DiscriminatorAugmentation {

    /** Largest translation, as a fraction of the side. */
    private static final double TRANSLATION = 0.125;

    private static final double BRIGHTNESS = 0.2;

    /** Standard deviation of the base-2 logarithm. */
    private static final double CONTRAST = 0.5;

    /** Standard deviation of the base-2 logarithm. */
    private static final double SATURATION = 1;

    private DiscriminatorAugmentation() {}

    /**
     * Augments each image independently.
     *
     * @param images {@code (N, 3, R, R)}; differentiable with respect to them
     * @param probability of each transformation, in [0, 1]; 0 leaves the images unchanged
     * @param seed of this batch
     * @return of the same shape; belongs to the images' manager
     */
    static NDArray apply(NDArray images, double probability, Seed seed) {
        if (probability == 0) {
            return images.reshape(images.getShape());
        }
        Shape shape = images.getShape();
        int count = Math.toIntExact(shape.get(0));
        int side = Math.toIntExact(shape.get(2));
        NDManager manager = images.getManager();
        LongBuffer places = LongBuffer.allocate(Math.multiplyExact(count, 3 * side * side));
        FloatBuffer matrices = FloatBuffer.allocate(count * 9);
        FloatBuffer shifts = FloatBuffer.allocate(count * 3);
        for (int n = 0; n < count; n++) {
            RandomGenerator random = seed.derive("augmentation", n).generator();
            putPlaces(places, side, probability, random);
            double[][] colours = colours(probability, random);
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    matrices.put((float) colours[row][column]);
                }
                shifts.put((float) colours[row][3]);
            }
        }
        NDArray index =
                OwnedArrays.of(manager, places.flip(), new Shape(count, 3, (long) side * side));
        NDArray moved = images.reshape(count, 3, (long) side * side).gather(index, 2);
        return OwnedArrays.of(manager, matrices.flip(), new Shape(count, 3, 3), DataType.FLOAT32)
                .batchMatMul(moved)
                .add(
                        OwnedArrays.of(
                                manager, shifts.flip(), new Shape(count, 3, 1), DataType.FLOAT32))
                .reshape(shape);
    }

    /** The index of the source pixel for each pixel of each channel. */
    private static void putPlaces(
            LongBuffer places, int side, double probability, RandomGenerator random) {
        boolean mirrored = random.nextDouble() < probability && random.nextBoolean();
        boolean translated = random.nextDouble() < probability;
        int most = (int) Math.round(TRANSLATION * side);
        int right = random.nextInt(-most, most + 1);
        int down = random.nextInt(-most, most + 1);
        long[] map = new long[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int column = inside(translated ? x - right : x, side);
                int row = inside(translated ? y - down : y, side);
                map[y * side + x] = (long) row * side + (mirrored ? side - 1 - column : column);
            }
        }
        for (int colour = 0; colour < 3; colour++) {
            places.put(map);
        }
    }

    /** Mirrors at the border; the border pixel is not repeated. */
    private static int inside(int place, int side) {
        return place < 0 ? -place : place >= side ? 2 * (side - 1) - place : place;
    }

    /** A 3 × 4 matrix to be applied to (red, green, blue, 1). */
    static double[][] colours(double probability, RandomGenerator random) {
        double[][] m = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}};
        // Everything is drawn, so that one transformation does not change the random numbers of
        // others.
        double brightness = BRIGHTNESS * random.nextGaussian();
        double contrast = Math.pow(2, CONTRAST * random.nextGaussian());
        double angle = Math.PI * (2 * random.nextDouble() - 1);
        double saturation = Math.pow(2, SATURATION * random.nextGaussian());
        if (random.nextDouble() < probability) {
            for (double[] row : m) {
                row[3] += brightness;
            }
        }
        if (random.nextDouble() < probability) {
            m = times(scaled(contrast), m);
        }
        if (random.nextDouble() < probability && random.nextBoolean()) {
            m = times(aboutGrey(1, -1), m);
        }
        if (random.nextDouble() < probability) {
            m = times(turned(angle), m);
        }
        if (random.nextDouble() < probability) {
            m = times(aboutGrey(saturation, 1), m);
        }
        return m;
    }

    private static double[][] scaled(double factor) {
        return new double[][] {{factor, 0, 0}, {0, factor, 0}, {0, 0, factor}};
    }

    /** Scales the deviation from grey by one factor, and grey by another. */
    private static double[][] aboutGrey(double colour, double grey) {
        double[][] m = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                m[i][j] = grey / 3 + colour * ((i == j ? 1 : 0) - 1.0 / 3);
            }
        }
        return m;
    }

    /** Rotates colours about the grey axis (Rodrigues' formula). */
    private static double[][] turned(double angle) {
        double cos = Math.cos(angle);
        double third = (1 - cos) / 3;
        double sin = Math.sin(angle) / Math.sqrt(3);
        return new double[][] {
            {cos + third, third - sin, third + sin},
            {third + sin, cos + third, third - sin},
            {third - sin, third + sin, cos + third}
        };
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[3][4];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                for (int k = 0; k < 3; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }
}
