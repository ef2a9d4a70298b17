package dev.fer4j.augment;

import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.util.random.RandomGenerator;

/**
 * Everything that will happen to one image: printable, and the same each time it is applied.
 *
 * @param places from result to source
 * @param colours applied after the warp
 * @param noiseSigma standard deviation of the noise in grey levels; 0 for none
 * @param noiseSeed from which the noise is drawn
 */
public record AugmentationPlan(
        Affine places, ColourMap colours, double noiseSigma, long noiseSeed) {

    /**
     * Applies the plan: one warp, then colours and noise in one pass that rounds and clips once.
     *
     * <p>The result has the image's size. The warp interpolates bilinearly and reflects at borders:
     * a black border would be a mark that only training images have.
     */
    public RgbImage apply(RgbImage image) {
        RgbImage warped = places.equals(Affine.IDENTITY) ? image : Warp.apply(image, places);
        if (colours.equals(ColourMap.IDENTITY) && noiseSigma == 0) {
            return warped;
        }
        return recolour(warped);
    }

    private RgbImage recolour(RgbImage image) {
        double[][] m = colours.matrix();
        RandomGenerator random = new Seed(noiseSeed).generator();
        byte[] in = image.rgb();
        byte[] out = new byte[in.length];
        for (int i = 0; i < in.length; i += 3) {
            int red = in[i] & 0xff;
            int green = in[i + 1] & 0xff;
            int blue = in[i + 2] & 0xff;
            for (int channel = 0; channel < 3; channel++) {
                double[] row = m[channel];
                double value = row[0] * red + row[1] * green + row[2] * blue + row[3];
                if (noiseSigma > 0) {
                    value += noiseSigma * random.nextGaussian();
                }
                out[i + channel] = (byte) Math.max(0, Math.min(255, Math.round(value)));
            }
        }
        return new RgbImage(image.width(), image.height(), out);
    }
}
