package dev.fer4j.train.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.fer4j.core.Label;
import dev.fer4j.core.RgbImage;
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
 */
public record HeatMap(
        Label label,
        String stage,
        ImagePrediction prediction,
        double peak,
        int width,
        int height,
        List<Double> values) {

    public HeatMap {
        values = ImmutableDoubleArray.copyOf(values).asList();
        requireNonNull(label);
        requireNonNull(stage);
        requireNonNull(prediction);
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
                label, stage, prediction, peak, newWidth, newHeight, resized.build().asList());
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
     * with opacity {@code alpha} times the value, so that unimportant regions stay unchanged.
     *
     * @param image of any size
     * @param alpha opacity at value 1, from 0 to 1
     */
    public RgbImage over(RgbImage image, double alpha) {
        checkArgument(alpha >= 0 && alpha <= 1, "alpha %s is not in [0, 1]", alpha);
        HeatMap map = resized(image.width(), image.height());
        byte[] rgb = new byte[image.rgb().length];
        for (int i = 0; i < rgb.length; i++) {
            double value = map.values.get(i / 3);
            double colour = HeatColours.channel(value, i % 3);
            rgb[i] = (byte) Math.round(mix(image.rgb()[i] & 0xff, colour, alpha * value));
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    private static double mix(double from, double to, double share) {
        return from + share * (to - from);
    }
}
