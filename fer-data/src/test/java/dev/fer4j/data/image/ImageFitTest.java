package dev.fer4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.RgbImage;
import dev.fer4j.data.testing.TestImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImageFitTest {

    /** A white disc in the middle of black, as wide as high. */
    private static RgbImage disc(int width, int height, double radius) {
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double distance = Math.hypot(x + 0.5 - width / 2.0, y + 0.5 - height / 2.0);
                for (int channel = 0; channel < 3; channel++) {
                    rgb[3 * (y * width + x) + channel] = (byte) (distance < radius ? 255 : 0);
                }
            }
        }
        return new RgbImage(width, height, rgb);
    }

    private static int whiteInRow(RgbImage image, int y) {
        int count = 0;
        for (int x = 0; x < image.width(); x++) {
            count += image.at(x, y, 0) > 200 ? 1 : 0;
        }
        return count;
    }

    private static int whiteInColumn(RgbImage image, int x) {
        int count = 0;
        for (int y = 0; y < image.height(); y++) {
            count += image.at(x, y, 0) > 200 ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @CsvSource({
        "STRETCH, 320, 160, 40, 80", "STRETCH, 160, 320, 80, 40",
        "LETTERBOX, 320, 160, 40, 40", "LETTERBOX, 160, 320, 40, 40",
        "CROP, 320, 160, 80, 80", "CROP, 160, 320, 80, 80"
    })
    void aCircle(ImageFit fit, int width, int height, int wide, int high) {
        RgbImage square = fit.square(disc(width, height, 40), 160);
        assertThat(square.width()).isEqualTo(160);
        assertThat(square.height()).isEqualTo(160);
        assertThat(whiteInRow(square, 80)).isBetween(wide - 1, wide + 1);
        assertThat(whiteInColumn(square, 80)).isBetween(high - 1, high + 1);
    }

    @Test
    void barsAreMidGreyAndOfEqualHeight() {
        RgbImage square = ImageFit.LETTERBOX.square(disc(320, 160, 200), 160);
        for (int y : new int[] {0, 39, 120, 159}) {
            assertThat(square.at(5, y, 1)).as("row %s", y).isEqualTo(128);
        }
        assertThat(square.at(80, 40, 1)).isEqualTo(255);
        assertThat(square.at(80, 119, 1)).isEqualTo(255);
    }

    @Test
    void aCropOfTheSameSizeCopiesPixels() {
        RgbImage image = TestImage.noise(9, 5, 3);
        RgbImage square = ImageFit.CROP.square(image, 5);
        for (int i = 0; i < 75; i++) {
            assertThat(square.at(i / 3 % 5, i / 15, i % 3))
                    .isEqualTo(image.at(2 + i / 3 % 5, i / 15, i % 3));
        }
    }

    @ParameterizedTest
    @EnumSource(ImageFit.class)
    void squaresAreOnlyResized(ImageFit fit) {
        RgbImage image = TestImage.noise(50, 50, 1);
        assertThat(fit.square(image, 50)).isSameAs(image);
        assertThat(fit.square(image, 20).rgb()).isEqualTo(ImageFiles.resize(image, 20, 20).rgb());
    }

    @Test
    void stretchingIsResizing() {
        RgbImage image = TestImage.noise(61, 37, 2);
        assertThat(ImageFit.STRETCH.square(image, 48).rgb())
                .isEqualTo(ImageFiles.resize(image, 48, 48).rgb());
    }

    @ParameterizedTest
    @EnumSource(ImageFit.class)
    void aSliverStaysAnImage(ImageFit fit) {
        assertThat(fit.square(TestImage.noise(2000, 1, 1), 71).rgb()).hasSize(3 * 71 * 71);
        assertThat(fit.square(TestImage.noise(1, 2000, 1), 71).rgb()).hasSize(3 * 71 * 71);
    }

    @Test
    void windowsShowWhatTheSquareCovers() {
        assertThat(ImageFit.STRETCH.window(300, 100))
                .isEqualTo(new ImageFit.Window(0, 0, 300, 100));
        assertThat(ImageFit.LETTERBOX.window(300, 100))
                .isEqualTo(new ImageFit.Window(0, -100, 300, 300));
        assertThat(ImageFit.CROP.window(300, 100)).isEqualTo(new ImageFit.Window(100, 0, 100, 100));
    }

    @Test
    void aSquareOfNothingIsRefused() {
        assertThatThrownBy(() -> ImageFit.CROP.square(TestImage.noise(2, 3, 1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
