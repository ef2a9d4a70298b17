package dev.fer4j.synthesis.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.internal.OwnedArrays;
import java.nio.FloatBuffer;
import java.util.function.UnaryOperator;
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
        return drawn(images.getManager(), images.getShape(), probability, seed).apply(images);
    }

    /**
     * Draws the augmentation of a batch, and copies it to the device, before the images are there.
     *
     * @param manager of the images, owns what is drawn
     * @param shape of the images, {@code (N, 3, R, R)}, R at most 4096
     * @param probability of each transformation, in [0, 1]; 0 leaves the images unchanged
     * @param seed of this batch
     */
    static UnaryOperator<NDArray> drawn(
            NDManager manager, Shape shape, double probability, Seed seed) {
        if (probability == 0) {
            return images -> images.reshape(shape);
        }
        int count = Math.toIntExact(shape.get(0));
        int side = Math.toIntExact(shape.get(2));
        int each = 2 * side + 12;
        FloatBuffer values = FloatBuffer.allocate(Math.multiplyExact(count, each));
        for (int n = 0; n < count; n++) {
            RandomGenerator random = seed.derive("augmentation", n).generator();
            putPlaces(values, side, probability, random);
            for (double[] row : colours(probability, random)) {
                for (double value : row) {
                    values.put((float) value);
                }
            }
        }
        NDArray all =
                OwnedArrays.of(manager, values.flip(), new Shape(count, each), DataType.FLOAT32);
        NDArray rows = columns(all, 0, side).reshape(count, side, 1);
        NDArray columns = columns(all, side, 2 * side).reshape(count, 1, side);
        NDArray index =
                rows.add(columns)
                        .toType(DataType.INT64, false)
                        .reshape(count, 1, (long) side * side)
                        .broadcast(count, 3, (long) side * side);
        NDArray colours = columns(all, 2 * side, each).reshape(count, 3, 4);
        NDArray matrices = contiguous(colours.get(":, :, 0:3")).reshape(count, 3, 3);
        NDArray shifts = contiguous(colours.get(":, :, 3:")).reshape(count, 3, 1);
        return images ->
                matrices.batchMatMul(images.reshape(count, 3, (long) side * side).gather(index, 2))
                        .add(shifts)
                        .reshape(shape);
    }

    private static NDArray columns(NDArray all, int from, int to) {
        return all.get(new NDIndex().addAllDim().addSliceDim(from, to));
    }

    private static NDArray contiguous(NDArray view) {
        return view.reshape(-1);
    }

    /**
     * The index of the source pixel of a pixel is the sum of a number for its row and one for its
     * column: first those of all rows, then those of all columns. Floats hold them exactly.
     */
    private static void putPlaces(
            FloatBuffer places, int side, double probability, RandomGenerator random) {
        boolean mirrored = random.nextDouble() < probability && random.nextBoolean();
        boolean translated = random.nextDouble() < probability;
        int most = (int) Math.round(TRANSLATION * side);
        int right = random.nextInt(-most, most + 1);
        int down = random.nextInt(-most, most + 1);
        for (int y = 0; y < side; y++) {
            places.put(side * inside(translated ? y - down : y, side));
        }
        for (int x = 0; x < side; x++) {
            int column = inside(translated ? x - right : x, side);
            places.put(mirrored ? side - 1 - column : column);
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
