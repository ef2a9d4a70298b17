package dev.fer4j.augment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.augment.AugmentationPlan;
import dev.fer4j.augment.PlanStep;
import dev.fer4j.augment.transform.Affine;
import dev.fer4j.augment.transform.ColourMap;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against bilinear interpolation as its formula has it, in double precision, at any place. */
class BilinearPrecisionTest {

    private static final int WIDTH = 17;
    private static final int HEIGHT = 13;

    /** Places are rounded to 1/256 of a pixel. */
    private static final double PLACE = 0.5 / 256;

    private static final double ROUNDING = 0.5 + 1e-3;

    /** At a place from the centre, reflected beyond the outermost pixels' centres. */
    private static double exact(RgbImage image, double x, double y, int channel) {
        double column = reflected(x + (WIDTH - 1) / 2.0, WIDTH - 1);
        double row = reflected(y + (HEIGHT - 1) / 2.0, HEIGHT - 1);
        int left = Math.min((int) column, WIDTH - 2);
        int top = Math.min((int) row, HEIGHT - 2);
        double right = column - left;
        double down = row - top;
        return (1 - down)
                        * ((1 - right) * image.at(left, top, channel)
                                + right * image.at(left + 1, top, channel))
                + down
                        * ((1 - right) * image.at(left, top + 1, channel)
                                + right * image.at(left + 1, top + 1, channel));
    }

    private static double reflected(double place, double last) {
        double wrapped = Math.abs(place) % (2 * last);
        return wrapped <= last ? wrapped : 2 * last - wrapped;
    }

    /** Turns, mirrors, stretches and moves, but does not shrink the picture. */
    private static Affine draw(RandomGenerator random) {
        Affine map =
                Affine.rotation(random.nextDouble(-180, 180))
                        .after(
                                Affine.window(
                                        random.nextDouble(0.3, 1),
                                        random.nextDouble(0.3, 1),
                                        random.nextDouble(-6, 6),
                                        random.nextDouble(-6, 6)));
        return random.nextBoolean() ? map : map.after(Affine.mirror());
    }

    /** Errors of each value, for a number of random maps; the largest may not exceed a bound. */
    private static double meanError(RgbImage image, double bound) {
        double sum = 0;
        int maps = 200;
        for (int i = 0; i < maps; i++) {
            Affine map = draw(new Seed(i).generator());
            RgbImage made =
                    new AugmentationPlan(
                                    WIDTH,
                                    HEIGHT,
                                    List.of(
                                            new PlanStep.Composition(
                                                    map, ColourMap.IDENTITY, 0, 0)))
                            .apply(image);
            for (int k = 0; k < 3 * WIDTH * HEIGHT; k++) {
                double x = k / 3 % WIDTH - (WIDTH - 1) / 2.0;
                double y = Math.floorDiv(k / 3, WIDTH) - (HEIGHT - 1) / 2.0;
                double value =
                        exact(
                                image,
                                map.toX().x() * x + map.toX().y() * y + map.toX().shift(),
                                map.toY().x() * x + map.toY().y() * y + map.toY().shift(),
                                k % 3);
                double error = (made.rgb()[k] & 0xff) - value;
                assertThat(error).isBetween(-bound, bound);
                sum += error;
            }
        }
        return sum / (maps * 3.0 * WIDTH * HEIGHT);
    }

    @Test
    void errorsAreThoseOfRoundedPlaces() {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        RandomGenerator random = new Seed(6).generator();
        random.nextBytes(rgb);
        double steepest = 255 * (PLACE + PLACE);
        assertThat(meanError(new RgbImage(WIDTH, HEIGHT, rgb), ROUNDING + steepest))
                .isCloseTo(0, within(0.02));
    }

    /**
     * On even slopes, where a place that is cut off instead of rounded would be seen. Odd ones, so
     * that few values lie half way between two levels, where rounding goes up.
     */
    @ParameterizedTest
    @CsvSource({"15,0", "0,19"})
    void placesAreRoundedToTheNearest(int across, int down) {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (across * (i / 3 % WIDTH) + down * (i / 3 / WIDTH));
        }
        double bound = ROUNDING + across * PLACE + down * PLACE;
        assertThat(meanError(new RgbImage(WIDTH, HEIGHT, rgb), bound)).isCloseTo(0, within(0.015));
    }
}
