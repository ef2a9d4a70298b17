package dev.fer4j.train.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.fer4j.core.Label;
import dev.fer4j.core.RgbImage;
import dev.fer4j.data.image.ImageFit;
import java.util.List;

/**
 * Where in an image a network sees evidence for a label.
 *
 * @param stage the stage whose features were used
 * @param prediction the prediction for the image
 * @param peak the maximum before normalization; 0 if nothing supports the label
 * @param width number of columns
 * @param height number of rows
 * @param values values in row-major order from the top, 0 to 1; all 0 if the peak is 0
 * @param fit how the image became the square that the map covers
 */
public record HeatMap(
        Label label,
        String stage,
        ImagePrediction prediction,
        double peak,
        int width,
        int height,
        List<Double> values,
        ImageFit fit) {

    public HeatMap {
        values = ImmutableDoubleArray.copyOf(values).asList();
        requireNonNull(label);
        requireNonNull(stage);
        requireNonNull(prediction);
        requireNonNull(fit);
        checkArgument(
                width >= 1 && height >= 1 && values.size() == width * height,
                "%s values for %s × %s",
                values.size(),
                width,
                height);
    }

    /** The value at a column from the left and a row from the top. */
    public double at(int x, int y) {
        return values.get(y * width + x);
    }

    /**
     * Returns this map in another size, interpolated linearly between the centres of cells and
     * constant beyond the outermost centres.
     */
    public HeatMap resized(int newWidth, int newHeight) {
        ImmutableDoubleArray.Builder resized = ImmutableDoubleArray.builder(newWidth * newHeight);
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                resized.add(
                        between(
                                (x + 0.5) * width / newWidth - 0.5,
                                (y + 0.5) * height / newHeight - 0.5));
            }
        }
        return new HeatMap(
                label, stage, prediction, peak, newWidth, newHeight, resized.build().asList(), fit);
    }

    private double between(double x, double y) {
        double column = Math.max(0, Math.min(width - 1, x));
        double row = Math.max(0, Math.min(height - 1, y));
        int left = (int) column;
        int top = (int) row;
        int right = Math.min(width - 1, left + 1);
        int bottom = Math.min(height - 1, top + 1);
        double upper = mix(at(left, top), at(right, top), column - left);
        double lower = mix(at(left, bottom), at(right, bottom), column - left);
        return mix(upper, lower, row - top);
    }

    /**
     * Overlays the map on an image: each pixel is blended with the {@link HeatColours} of its value
     * with opacity {@code alpha} times the value, so that unimportant regions stay unchanged, and
     * so do those that the network did not see, outside of a crop.
     *
     * @param image the image that was explained, in any size with its aspect ratio
     * @param alpha opacity at value 1, from 0 to 1
     */
    public RgbImage over(RgbImage image, double alpha) {
        checkArgument(alpha >= 0 && alpha <= 1, "alpha %s is not in [0, 1]", alpha);
        ImageFit.Window window = fit.window(image.width(), image.height());
        byte[] rgb = new byte[image.rgb().length];
        int i = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                double value = in(window, x + 0.5, y + 0.5);
                for (int channel = 0; channel < 3; channel++) {
                    double colour = HeatColours.channel(value, channel);
                    rgb[i] = (byte) Math.round(mix(image.rgb()[i] & 0xff, colour, alpha * value));
                    i++;
                }
            }
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    /** The value at a point of the image; 0 outside of what the network saw. */
    private double in(ImageFit.Window window, double x, double y) {
        double column = x - window.left();
        double row = y - window.top();
        if (column < 0 || column > window.width() || row < 0 || row > window.height()) {
            return 0;
        }
        return between(column * width / window.width() - 0.5, row * height / window.height() - 0.5);
    }

    private static double mix(double from, double to, double share) {
        return from + share * (to - from);
    }
}
