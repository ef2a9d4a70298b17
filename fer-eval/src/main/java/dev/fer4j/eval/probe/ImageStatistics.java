package dev.fer4j.eval.probe;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.RgbImage;
import java.util.List;

/**
 * Simple image statistics that reveal where an image comes from rather than what it shows: colours,
 * contrast, and the distribution of texture over scales. Used with {@link SourceProbe}.
 *
 * <p>Pass images of one size, the network's input size: their original sizes are no cue for the
 * network. Channels are 0 to 255; luma is 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601). For
 * a plane of one shade, everything relative to its spread is 0.
 */
public final class ImageStatistics {

    /** The names of the values, in order. */
    public static final List<String> NAMES =
            List.of(
                    "mean of red",
                    "mean of green",
                    "mean of blue",
                    "standard deviation of red",
                    "standard deviation of green",
                    "standard deviation of blue",
                    "mean of the largest less the smallest channel",
                    "skewness of luma",
                    "texture across, 1 pixel",
                    "texture down, 1 pixel",
                    "texture across, 2 pixels",
                    "texture down, 2 pixels",
                    "texture across, 4 pixels",
                    "texture down, 4 pixels",
                    "texture across, 8 pixels",
                    "texture down, 8 pixels",
                    "detail of luma",
                    "checkerboard of luma",
                    "correlation of the details of red and green",
                    "correlation of the details of green and blue");

    /** The smallest width and height. */
    public static final int SMALLEST = 16;

    private ImageStatistics() {}

    /**
     * Measures an image.
     *
     * <ul>
     *   <li>Texture is the mean absolute difference of luma between pixels at the given distance,
     *       divided by luma's standard deviation.
     *   <li>Detail is the standard deviation of the Laplacian (a pixel's four neighbours minus four
     *       times itself, without the border), divided by luma's.
     *   <li>Checkerboard measures the 2 × 2 pattern that upsampling in generators can leave: the
     *       root mean square of (a − b − c + d) / 4, divided by luma's standard deviation.
     * </ul>
     *
     * @param image at least {@value #SMALLEST} × {@value #SMALLEST} pixels
     * @return one value for each of {@link #NAMES}; finite
     */
    public static double[] of(RgbImage image) {
        checkArgument(
                Math.min(image.width(), image.height()) >= SMALLEST,
                "an image of %s × %s pixels; expected at least %s each way",
                image.width(),
                image.height(),
                SMALLEST);
        Plane red = Plane.channel(image, 0);
        Plane green = Plane.channel(image, 1);
        Plane blue = Plane.channel(image, 2);
        Plane luma = Plane.luma(red, green, blue);
        double spread = luma.deviation();
        double[] values = new double[NAMES.size()];
        int next = 0;
        for (Plane plane : new Plane[] {red, green, blue}) {
            values[next] = plane.mean();
            values[next + 3] = plane.deviation();
            next++;
        }
        next = 6;
        values[next++] = Plane.chroma(image);
        values[next++] = luma.skewness();
        for (int lag = 1; lag <= 8; lag *= 2) {
            values[next++] = ratio(luma.difference(lag, 0), spread);
            values[next++] = ratio(luma.difference(0, lag), spread);
        }
        values[next++] = ratio(luma.laplacian().deviation(), spread);
        values[next++] = ratio(luma.checkerboard(), spread);
        values[next++] = red.laplacian().correlation(green.laplacian());
        values[next] = green.laplacian().correlation(blue.laplacian());
        return values;
    }

    private static double ratio(double value, double spread) {
        return spread == 0 ? 0 : value / spread;
    }
}
