package dev.fer4j.augment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.augment.AugmentationPlan;
import dev.fer4j.augment.Geometric;
import dev.fer4j.augment.Photometric;
import dev.fer4j.augment.PlanStep;
import dev.fer4j.augment.transform.Affine;
import dev.fer4j.augment.transform.ColourMap;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * An image that is known everywhere, not only at its pixels: its transform can be computed without
 * interpolation. The composed plan and the chain that makes an 8-bit image after each step are
 * compared with it.
 */
class CompositionErrorTest {

    private static final int SIZE = 128;
    private static final double CENTRE = (SIZE - 1) / 2.0;

    /** At a place from the centre. */
    private static double scene(double x, double y, int channel) {
        return 128
                + 50 * Math.sin(0.5 * x + 0.2 * y + channel)
                + 40 * Math.cos(0.6 * y - 0.3 * x)
                + 20 * Math.sin(0.9 * x);
    }

    private static RgbImage sampled() {
        byte[] rgb = new byte[3 * SIZE * SIZE];
        for (int i = 0; i < rgb.length; i++) {
            int column = i / 3 % SIZE;
            int line = i / 3 / SIZE;
            rgb[i] = (byte) Math.round(scene(column - CENTRE, line - CENTRE, i % 3));
        }
        return new RgbImage(SIZE, SIZE, rgb);
    }

    @Test
    void composedErrorIsWellBelowThatOfTheChain() {
        double composedSquares = 0;
        double chainSquares = 0;
        for (int i = 0; i < 20; i++) {
            var random = new Seed(7).derive("error", i).generator();
            List<Affine> places =
                    List.of(
                            new Geometric.Rotation(15).draw(random, SIZE, SIZE),
                            new Geometric.HorizontalFlip(0.5).draw(random, SIZE, SIZE),
                            new Geometric.RandomCrop(0.8, 1, 1.1).draw(random, SIZE, SIZE));
            List<ColourMap> colours =
                    List.of(
                            new Photometric.Brightness(0.8, 1.2).draw(random),
                            new Photometric.Contrast(0.8, 1.2).draw(random),
                            new Photometric.Saturation(0.8, 1.2).draw(random));
            Affine place = Affine.IDENTITY;
            RgbImage chain = sampled();
            for (Affine step : places) {
                place = place.after(step);
                chain = apply(chain, step, ColourMap.IDENTITY);
            }
            ColourMap colour = ColourMap.IDENTITY;
            for (ColourMap step : colours) {
                colour = step.after(colour);
                chain = apply(chain, Affine.IDENTITY, step);
            }
            composedSquares += meanSquare(apply(sampled(), place, colour), place, colour);
            chainSquares += meanSquare(chain, place, colour);
        }
        double composed = Math.sqrt(composedSquares / 20);
        double chain = Math.sqrt(chainSquares / 20);
        // docs/augmentation.md has these figures.
        assertThat(composed).isBetween(1.80, 1.82);
        assertThat(chain).isBetween(3.30, 3.32);
    }

    private static RgbImage apply(RgbImage image, Affine places, ColourMap colours) {
        return new AugmentationPlan(
                        SIZE, SIZE, List.of(new PlanStep.Composition(places, colours, 0, 0)))
                .apply(image);
    }

    /** Where the plan looks into the image; reflected borders are no part of the scene. */
    private static double meanSquare(RgbImage image, Affine places, ColourMap colours) {
        double[][] m = colours.matrix();
        double squares = 0;
        int count = 0;
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double x =
                        places.toX().x() * (column - CENTRE)
                                + places.toX().y() * (row - CENTRE)
                                + places.toX().shift();
                double y =
                        places.toY().x() * (column - CENTRE)
                                + places.toY().y() * (row - CENTRE)
                                + places.toY().shift();
                // The chain's rotation reflects what its crop would still show: keep clear of it.
                if (Math.hypot(x, y) > 0.45 * SIZE) {
                    continue;
                }
                for (int c = 0; c < 3; c++) {
                    double ideal = m[c][3];
                    for (int k = 0; k < 3; k++) {
                        ideal += m[c][k] * scene(x, y, k);
                    }
                    double error = image.at(column, row, c) - Math.max(0, Math.min(255, ideal));
                    squares += error * error;
                    count++;
                }
            }
        }
        return squares / count;
    }
}
