package dev.fer4j.synthesis.audit;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.train.device.PyTorch;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Features of images, one row of doubles for each: the basis of distances between sets of images.
 */
public final class ImageFeatures {

    private final List<String> images;
    private final int width;
    private final double[] values;

    private ImageFeatures(List<String> images, int width, double[] values) {
        this.images = List.copyOf(images);
        this.width = width;
        this.values = values;
    }

    /**
     * Creates the features of some images.
     *
     * @param images their ids, all different
     * @param rows the features of each image, finite and of the same length
     */
    public static ImageFeatures of(List<String> images, List<double[]> rows) {
        checkArgument(!images.isEmpty(), "there are no images");
        checkArgument(
                images.size() == rows.size(), "%s images, %s rows", images.size(), rows.size());
        checkArgument(
                images.stream().distinct().count() == images.size(),
                "an image has its features twice");
        int width = rows.get(0).length;
        checkArgument(width > 0, "there are no features");
        double[] values = new double[Math.multiplyExact(images.size(), width)];
        for (int i = 0; i < rows.size(); i++) {
            double[] row = rows.get(i);
            checkArgument(
                    row.length == width,
                    "image %s has %s features, others %s",
                    images.get(i),
                    row.length,
                    width);
            for (double value : row) {
                checkArgument(
                        Double.isFinite(value),
                        "image %s has a feature that is %s",
                        images.get(i),
                        value);
            }
            System.arraycopy(row, 0, values, i * width, width);
        }
        return new ImageFeatures(images, width, values);
    }

    /** The ids of the images, in the order of the rows. */
    public List<String> images() {
        return images;
    }

    /** The number of images. */
    public int size() {
        return images.size();
    }

    public int width() {
        return width;
    }

    public double[] row(int image) {
        checkElementIndex(image, size());
        return Arrays.copyOfRange(values, image * width, (image + 1) * width);
    }

    /** The features of some of the images, in the given order. */
    public ImageFeatures select(int... rows) {
        double[] selected = new double[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * width, selected, i * width, width);
        }
        return new ImageFeatures(
                Arrays.stream(rows).mapToObj(images::get).toList(), width, selected);
    }

    /** The mean of each feature. */
    double[] mean() {
        double[] mean = new double[width];
        for (int i = 0; i < values.length; i++) {
            mean[i % width] += values[i];
        }
        for (int j = 0; j < width; j++) {
            mean[j] /= size();
        }
        return mean;
    }

    /** A copy with the mean of each feature subtracted. */
    ImageFeatures centred() {
        double[] mean = mean();
        double[] centred = values.clone();
        for (int i = 0; i < centred.length; i++) {
            centred[i] -= mean[i % width];
        }
        return new ImageFeatures(images, width, centred);
    }

    /**
     * Scalar products of some rows with all rows of another set.
     *
     * @param from the first row
     * @param to the row after the last
     * @return in row-major order, {@code (to − from) × other.size()}
     */
    double[] products(int from, int to, ImageFeatures other) {
        checkArgument(width == other.width, "%s and %s features", width, other.width);
        try (NDManager manager = PyTorch.engine().newBaseManager(Device.cpu())) {
            NDArray left = array(manager, from, to);
            NDArray right = other.array(manager, 0, other.size());
            return left.matMul(right.transpose()).toDoubleArray();
        }
    }

    /**
     * Sums over rows of the products of two features: {@code width × width}, in row-major order.
     */
    double[] scatter() {
        try (NDManager manager = PyTorch.engine().newBaseManager(Device.cpu())) {
            NDArray rows = array(manager, 0, size());
            return rows.transpose().matMul(rows).toDoubleArray();
        }
    }

    private NDArray array(NDManager manager, int from, int to) {
        return manager.create(
                DoubleBuffer.wrap(values, from * width, (to - from) * width),
                new Shape(to - from, width));
    }
}
