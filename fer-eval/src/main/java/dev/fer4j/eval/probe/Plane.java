package dev.fer4j.eval.probe;

import dev.fer4j.core.RgbImage;

/** One number for each pixel of an image. */
final class Plane {

    private final int width;
    private final int height;
    private final double[] values;

    private Plane(int width, int height, double[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /** A channel: 0 red, 1 green, 2 blue. */
    static Plane channel(RgbImage image, int channel) {
        double[] values = new double[image.width() * image.height()];
        byte[] rgb = image.rgb();
        for (int i = 0; i < values.length; i++) {
            values[i] = rgb[3 * i + channel] & 0xff;
        }
        return new Plane(image.width(), image.height(), values);
    }

    static Plane luma(Plane red, Plane green, Plane blue) {
        double[] values = new double[red.values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.299 * red.values[i] + 0.587 * green.values[i] + 0.114 * blue.values[i];
        }
        return new Plane(red.width, red.height, values);
    }

    /** Mean over pixels of the largest minus the smallest channel. */
    static double chroma(RgbImage image) {
        byte[] rgb = image.rgb();
        long sum = 0;
        for (int i = 0; i < rgb.length; i += 3) {
            int red = rgb[i] & 0xff;
            int green = rgb[i + 1] & 0xff;
            int blue = rgb[i + 2] & 0xff;
            sum += Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
        }
        return sum / (rgb.length / 3.0);
    }

    double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    double deviation() {
        return Math.sqrt(moment(2));
    }

    /** m₃ / m₂^1.5; 0 for a plane of one shade. */
    double skewness() {
        double variance = moment(2);
        return isFlat() ? 0 : moment(3) / Math.pow(variance, 1.5);
    }

    private double moment(int power) {
        if (isFlat()) {
            return 0;
        }
        double mean = mean();
        double sum = 0;
        for (double value : values) {
            sum += Math.pow(value - mean, power);
        }
        return sum / values.length;
    }

    /** Keeps the rounding of a mean from producing a spread where there is none. */
    private boolean isFlat() {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    /** Mean absolute difference of pixels at the given offset. */
    double difference(int right, int down) {
        double sum = 0;
        for (int y = 0; y + down < height; y++) {
            for (int x = 0; x + right < width; x++) {
                sum += Math.abs(at(x + right, y + down) - at(x, y));
            }
        }
        return sum / ((double) (width - right) * (height - down));
    }

    /** A pixel's four neighbours minus four times itself, without the border. */
    Plane laplacian() {
        double[] laplacian = new double[(width - 2) * (height - 2)];
        int next = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                laplacian[next++] =
                        at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * at(x, y);
            }
        }
        return new Plane(width - 2, height - 2, laplacian);
    }

    /** Root mean square of (a − b − c + d) / 4 over all 2 × 2 pixels. */
    double checkerboard() {
        double squares = 0;
        for (int y = 0; y + 1 < height; y++) {
            for (int x = 0; x + 1 < width; x++) {
                double board = (at(x, y) - at(x + 1, y) - at(x, y + 1) + at(x + 1, y + 1)) / 4;
                squares += board * board;
            }
        }
        return Math.sqrt(squares / ((double) (width - 1) * (height - 1)));
    }

    /** Pearson's correlation; 0 if either plane is of one shade. */
    double correlation(Plane other) {
        if (isFlat() || other.isFlat()) {
            return 0;
        }
        double mean = mean();
        double otherMean = other.mean();
        double products = 0;
        for (int i = 0; i < values.length; i++) {
            products += (values[i] - mean) * (other.values[i] - otherMean);
        }
        return products / values.length / (deviation() * other.deviation());
    }

    private double at(int x, int y) {
        return values[y * width + x];
    }
}
