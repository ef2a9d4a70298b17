package dev.fer4j.augment;

import dev.fer4j.augment.internal.ByteNoise;
import dev.fer4j.augment.internal.ColourPass;
import dev.fer4j.augment.internal.OutputPass;
import dev.fer4j.augment.internal.RowSource;
import dev.fer4j.augment.transform.Affine;
import dev.fer4j.augment.transform.ColourMap;
import dev.fer4j.core.RgbImage;

/** Executes a composition row by row, so that the next pass finds a row still in the cache. */
final class Composer {

    private final PlanStep.Composition composition;
    private final Affine map;
    private final int width;
    private final int height;

    /**
     * Prepares a composition.
     *
     * @param map maps pixels of the result to pixels of the image, both relative to the centre
     */
    Composer(PlanStep.Composition composition, Affine map, int width, int height) {
        this.composition = composition;
        this.map = map;
        this.width = width;
        this.height = height;
    }

    RgbImage apply(RgbImage image) {
        boolean stays =
                map.equals(Affine.IDENTITY) && width == image.width() && height == image.height();
        boolean recolours = !composition.colours().equals(ColourMap.IDENTITY);
        if (stays && !recolours) {
            return composition.noiseSigma() == 0
                    ? image
                    : ByteNoise.apply(image, composition.noiseSigma(), composition.noiseSeed());
        }
        RowSource rows =
                stays ? RowSource.copying(image) : RowSource.warping(image, map, width, height);
        ColourPass colours = new ColourPass(composition.colours());
        OutputPass output =
                new OutputPass(composition.noiseSigma(), composition.noiseSeed(), 3 * width);
        byte[] rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
        float[] row = new float[OutputPass.padded(3 * width)];
        for (int y = 0; y < height; y++) {
            rows.fill(y, row);
            if (recolours) {
                colours.apply(row);
            }
            output.write(row, y, rgb);
        }
        return new RgbImage(width, height, rgb);
    }
}
