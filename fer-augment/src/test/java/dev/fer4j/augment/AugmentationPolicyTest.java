package dev.fer4j.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.augment.transform.Affine;
import dev.fer4j.augment.transform.ColourMap;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AugmentationPolicyTest {

    /** A picture whose channels, rows and columns all differ. */
    private static RgbImage picture(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = 3 * (y * width + x);
                rgb[i] = (byte) (255 * x / (width - 1));
                rgb[i + 1] = (byte) (255 * y / (height - 1));
                rgb[i + 2] = (byte) 40;
            }
        }
        return new RgbImage(width, height, rgb);
    }

    private static RgbImage augment(RgbImage image, Augmentation... augmentations) {
        return new AugmentationPolicy(List.of(augmentations))
                .draw(new Seed(1).generator(), image.width(), image.height())
                .apply(image);
    }

    private static RgbImage compose(
            RgbImage image, Affine places, ColourMap colours, double sigma, long seed) {
        return new AugmentationPlan(
                        image.width(),
                        image.height(),
                        List.of(new PlanStep.Composition(places, colours, sigma, seed)))
                .apply(image);
    }

    @Test
    void noPolicyChangesNothing() {
        RgbImage image = picture(20, 16);
        assertThat(augment(image).rgb()).isEqualTo(image.rgb());
    }

    @Test
    void flipSwapsLeftAndRight() {
        RgbImage image = picture(20, 16);
        RgbImage flipped = augment(image, new Geometric.HorizontalFlip(1));
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 20; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    assertThat(flipped.at(x, y, channel)).isEqualTo(image.at(19 - x, y, channel));
                }
            }
        }
    }

    @Test
    void clockwiseRotationByARightAngleMovesTheTopToTheRight() {
        RgbImage image = picture(16, 16);
        RgbImage turned = compose(image, Affine.rotation(90), ColourMap.IDENTITY, 0, 0);
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                assertThat(turned.at(x, y, 0)).isEqualTo(image.at(y, 15 - x, 0));
                assertThat(turned.at(x, y, 1)).isEqualTo(image.at(y, 15 - x, 1));
            }
        }
    }

    @Test
    void cropStretchesAWindowOfTheSource() {
        RgbImage image = picture(101, 101);
        RgbImage window = compose(image, Affine.window(0.5, 0.5, 0, 0), ColourMap.IDENTITY, 0, 0);
        assertThat(window.at(50, 50, 0)).isEqualTo(image.at(50, 50, 0));
        assertThat(window.at(0, 50, 0)).isEqualTo(image.at(25, 50, 0));
        assertThat(window.at(100, 50, 0)).isEqualTo(image.at(75, 50, 0));
    }

    @Test
    void bordersReflectInsteadOfTurningBlack() {
        byte[] white = new byte[3 * 32 * 32];
        java.util.Arrays.fill(white, (byte) 250);
        RgbImage turned =
                compose(new RgbImage(32, 32, white), Affine.rotation(15), ColourMap.IDENTITY, 0, 0);
        assertThat(turned.rgb()).containsOnly((byte) 250);
    }

    @Test
    void colourMapsComposeWithoutClippingInBetween() {
        ColourMap up = ColourMap.brightness(2);
        ColourMap down = ColourMap.brightness(0.5);
        RgbImage image = picture(20, 16);
        assertThat(compose(image, Affine.IDENTITY, down.after(up), 0, 0).rgb())
                .isEqualTo(image.rgb());
    }

    @Test
    void colourMapsFollowTheirFormulas() {
        RgbImage pixel = new RgbImage(1, 1, new byte[] {(byte) 200, 100, 50});
        double luma = 0.299 * 200 + 0.587 * 100 + 0.114 * 50;
        assertPixel(pixel, ColourMap.brightness(1.2), 240, 120, 60);
        assertPixel(pixel, ColourMap.contrast(1.2), 214.5, 94.5, 34.5);
        assertPixel(
                pixel,
                ColourMap.saturation(0.5),
                (200 + luma) / 2,
                (100 + luma) / 2,
                (50 + luma) / 2);
    }

    private static void assertPixel(RgbImage pixel, ColourMap map, double... expected) {
        RgbImage result = compose(pixel, Affine.IDENTITY, map, 0, 0);
        for (int channel = 0; channel < 3; channel++) {
            assertThat(result.at(0, 0, channel)).isEqualTo((int) Math.round(expected[channel]));
        }
    }

    @Test
    void noiseHasZeroMeanAndTheDrawnDeviation() {
        int side = 400;
        byte[] grey = new byte[3 * side * side];
        java.util.Arrays.fill(grey, (byte) 128);
        RgbImage noisy =
                compose(new RgbImage(side, side, grey), Affine.IDENTITY, ColourMap.IDENTITY, 5, 7);
        double sum = 0;
        double squares = 0;
        for (byte value : noisy.rgb()) {
            double error = (value & 0xff) - 128;
            sum += error;
            squares += error * error;
        }
        double n = grey.length;
        // Rounding to whole levels adds a variance of 1/12.
        assertThat(sum / n).isBetween(-0.03, 0.03);
        assertThat(Math.sqrt(squares / n - 1 / 12.0)).isBetween(4.95, 5.05);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void samePlanGivesTheSameBytesAndOtherSeedsOtherOnes(long seed) {
        RgbImage image = picture(96, 96);
        AugmentationPolicy policy = AugmentationPolicy.paper();
        RandomGenerator random = new Seed(seed).generator();
        AugmentationPlan plan = policy.draw(random, 96, 96);
        assertThat(plan.apply(image).rgb()).isEqualTo(plan.apply(image).rgb());
        assertThat(policy.draw(new Seed(seed).generator(), 96, 96)).isEqualTo(plan);
        assertThat(policy.draw(random, 96, 96).apply(image).rgb())
                .isNotEqualTo(plan.apply(image).rgb());
    }

    @Test
    void badRangesAreRefusedByName() {
        assertThatThrownBy(() -> new Geometric.Rotation(-1))
                .hasMessageContaining("rotation")
                .hasMessageContaining("[0, 180]");
        assertThatThrownBy(() -> new Geometric.HorizontalFlip(Double.NaN))
                .hasMessageContaining("horizontal-flip");
        assertThatThrownBy(() -> new Geometric.RandomCrop(0.9, 0.8, 1))
                .hasMessageContaining("random-crop");
        assertThatThrownBy(() -> new Photometric.Brightness(1.2, 0.8))
                .hasMessageContaining("brightness");
        assertThatThrownBy(() -> new Noise.GaussianNoise(0, -1))
                .hasMessageContaining("gaussian-noise");
    }
}
