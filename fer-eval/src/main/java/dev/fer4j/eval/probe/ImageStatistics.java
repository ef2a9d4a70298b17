package dev.fer4j.eval.probe;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.RgbImage;
import java.util.List;

/**
 * Simple statistics of an image that reveal where it comes from rather than what it shows: colours,
 * contrast, and how texture is spread over scales. For {@link SourceProbe}.
 *
 * <p>Pass images of one size, the network's input size: what their own sizes reveal is no cue for
 * it. Channels are 0 to 255; luma is 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601). A plane
 * of one shade has 0 for everything that is relative to its spread.
 */
public final class ImageStatistics {

    /** What the values are, in their order. */
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
     *   <li>Texture is the mean absolute difference of luma that many pixels apart, over luma's
     *       standard deviation.
     *   <li>Detail is the Laplacian, a pixel's four neighbours less four times itself, without the
     *       border; its standard deviation over luma's.
     *   <li>The checkerboard is that of 2 × 2 pixels, which upsampling in generators can leave: the
     *       root mean square of (a − b − c + d) / 4 over luma's standard deviation.
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
