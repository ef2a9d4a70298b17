package dev.fer4j.synthesis.projection;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.fer4j.core.RgbImage;
import java.util.List;

/**
 * The result of a projection.
 *
 * @param styles in row-major order, {@code styles × wDim}
 * @param styleCount number of styles
 * @param pixelDifference mean squared difference of pixels in [−1, 1]
 * @param converged whether that is within the plan's threshold
 * @param trajectory the loss at regular intervals, including the first and last step
 * @param image the generator's image of the styles, with the optimized noise
 */
public record Projection(
        List<Double> styles,
        int styleCount,
        double pixelDifference,
        boolean converged,
        List<Point> trajectory,
        RgbImage image) {

    /**
     * The loss at a step.
     *
     * @param step from 0
     * @param loss the total loss, including the noise term
     * @param pixelDifference of the image at that step, jitter included
     */
    public record Point(int step, double loss, double pixelDifference) {}

    public Projection {
        styles = ImmutableDoubleArray.copyOf(styles).asList();
        checkArgument(
                styleCount >= 1 && styles.size() % styleCount == 0,
                "%s numbers do not make %s styles",
                styles.size(),
                styleCount);
        trajectory = ImmutableList.copyOf(trajectory);
        requireNonNull(image);
    }

    /**
     * The styles as an array.
     *
     * @param manager owns it
     * @return {@code (1, styles, wDim)}
     */
    public NDArray toArray(NDManager manager) {
        float[] values = new float[styles.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = styles.get(i).floatValue();
        }
        return manager.create(values, new Shape(1, styleCount, values.length / styleCount));
    }
}
