package dev.fer4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.RgbImage;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.testing.DrawnPicture;
import dev.fer4j.data.testing.TestImage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFormatTest {

    private static final Path NAME = Path.of("image");

    @Test
    void pngKeepsEveryPixel() {
        RgbImage image = TestImage.noise(33, 21, 1);
        assertThat(ImageFiles.decode(ImageFormat.PNG.encode(image), NAME).rgb())
                .isEqualTo(image.rgb());
        assertThat(ImageFormat.PNG.extension()).isEqualTo("png");
    }

    @Test
    void jpegIsSmallerAndFurtherOffTheLowerItsQuality() {
        RgbImage image = DrawnPicture.of(160, 120, 3);
        byte[] good = ImageFormat.jpeg(95).encode(image);
        byte[] bad = ImageFormat.jpeg(20).encode(image);

        assertThat(bad.length).isLessThan(good.length);
        double goodError = meanError(image, ImageFiles.decode(good, NAME));
        double badError = meanError(image, ImageFiles.decode(bad, NAME));
        assertThat(goodError).isPositive().isLessThan(badError).isLessThan(3);
        assertThat(ImageFormat.jpeg(95).extension()).isEqualTo("jpg");
    }

    @Test
    void samePixelsGiveTheSameBytes() {
        RgbImage image = DrawnPicture.of(64, 48, 5);
        assertThat(ImageFormat.jpeg(90).encode(image))
                .isEqualTo(ImageFormat.jpeg(90).encode(image));
    }

    @ParameterizedTest
    @CsvSource({
        "640, 480, 320, 320, 240",
        "480, 640, 320, 240, 320",
        "100, 50, 320, 100, 50",
        "320, 200, 320, 320, 200",
        "1000, 3, 100, 100, 1",
        "2000, 1, 7, 7, 1"
    })
    void theLongestSideIsBoundAndTheShapeKept(
            int width, int height, int longest, int newWidth, int newHeight) {
        RgbImage stored =
                ImageFiles.decode(
                        ImageFormat.PNG
                                .withLongestSide(longest)
                                .encode(TestImage.quarters(width, height)),
                        NAME);
        assertThat(stored.width()).isEqualTo(newWidth);
        assertThat(stored.height()).isEqualTo(newHeight);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void refusesAQualityOutOfRange(int quality) {
        assertThatThrownBy(() -> ImageFormat.jpeg(quality))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 100");
    }

    @Test
    void refusesALongestSideOfNothing() {
        assertThatThrownBy(() -> ImageFormat.PNG.withLongestSide(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }

    @Test
    void survivesJson() {
        for (ImageFormat format :
                new ImageFormat[] {ImageFormat.PNG, ImageFormat.jpeg(80).withLongestSide(320)}) {
            assertThat(Json.parse(Json.line(format), ImageFormat.class, "format"))
                    .isEqualTo(format);
        }
    }

    private static double meanError(RgbImage a, RgbImage b) {
        long sum = 0;
        for (int i = 0; i < a.rgb().length; i++) {
            sum += Math.abs((a.rgb()[i] & 0xff) - (b.rgb()[i] & 0xff));
        }
        return (double) sum / a.rgb().length;
    }
}
