package dev.fer4j.eval.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.RgbImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ImageStatisticsTest {

    @FunctionalInterface
    private interface Shade {
        int at(int x, int y, int channel);
    }

    private static RgbImage image(int width, int height, Shade shade) {
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    rgb[3 * (y * width + x) + channel] = (byte) shade.at(x, y, channel);
                }
            }
        }
        return new RgbImage(width, height, rgb);
    }

    private static double value(RgbImage image, String name) {
        int place = ImageStatistics.NAMES.indexOf(name);
        assertThat(place).isNotNegative();
        return ImageStatistics.of(image)[place];
    }

    /**
     * NumPy 1.24.2 and SciPy 1.10.1, with r, g, b and l = 0.299 r + 0.587 g + 0.114 b as float
     * arrays and lap(p) = p[1:-1,:-2] + p[1:-1,2:] + p[:-2,1:-1] + p[2:,1:-1] - 4 * p[1:-1,1:-1]:
     * p.mean(), p.std(), (max - min).mean(), scipy.stats.skew(l, None), abs(l[:,k:] -
     * l[:,:-k]).mean() / l.std(), lap(l).std() / l.std(), sqrt((((l[:-1,:-1] - l[:-1,1:] -
     * l[1:,:-1] + l[1:,1:]) / 4) ** 2).mean()) / l.std(), corrcoef(lap(r).ravel(),
     * lap(g).ravel())[0, 1].
     */
    @Test
    void agreesWithNumPy() {
        RgbImage image =
                image(
                        20,
                        17,
                        (x, y, channel) ->
                                switch (channel) {
                                    case 0 -> (7 * x + 13 * y + x * y % 5 * 9) % 256;
                                    case 1 -> (11 * x + 3 * y * y) % 256;
                                    default -> (x * x + 5 * y) % 200;
                                });

        assertThat(ImageStatistics.of(image))
                .containsExactly(
                        new double[] {
                            131.55882352941177,
                            125.3,
                            88.79411764705883,
                            73.75770794275577,
                            72.0021118971316,
                            54.22793908275171,
                            110.71176470588236,
                            -0.012766556217736525,
                            0.35135163830557786,
                            0.9087441156289188,
                            0.5725790943460934,
                            1.1660502816018419,
                            0.9249112692715349,
                            1.1159850819319286,
                            1.3987932232517237,
                            1.1024304912698684,
                            2.5908287655620534,
                            0.23294010918762462,
                            0.15723399712857533,
                            0.059203868916844815
                        },
                        within(1e-9));
    }

    @Test
    void aGreyImageOfOneShadeHasItsShadeAndNothingElse() {
        double[] values = ImageStatistics.of(image(16, 16, (x, y, channel) -> 77));

        assertThat(Arrays.copyOf(values, 3)).containsOnly(77);
        assertThat(Arrays.copyOfRange(values, 3, values.length)).containsOnly(0);
        assertThat(values).hasSameSizeAs(ImageStatistics.NAMES.toArray());
    }

    @Test
    void aCheckerboardIsFoundAndAGradientHasNone() {
        RgbImage board = image(16, 16, (x, y, channel) -> (x + y) % 2 * 100);
        RgbImage gradient = image(16, 16, (x, y, channel) -> 5 * x + 3 * y);

        // ± 50 about the mean: the board's (a − b − c + d) / 4 is ± 50, and so is the deviation.
        assertThat(value(board, "checkerboard of luma")).isCloseTo(1, within(1e-9));
        assertThat(value(gradient, "checkerboard of luma")).isCloseTo(0, within(1e-9));
        assertThat(value(gradient, "detail of luma")).isCloseTo(0, within(1e-9));
    }

    @Test
    void smallImagesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageStatistics.of(image(15, 20, (x, y, channel) -> 0)))
                .withMessageContaining("15 × 20");
    }
}
