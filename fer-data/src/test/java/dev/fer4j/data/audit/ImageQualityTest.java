package dev.fer4j.data.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.RgbImage;
import dev.fer4j.data.testing.DrawnPicture;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageQualityTest {

    /** The picture whose value of channel c is (x²(c+1) div 7 + 3y² div 5 + xy div 11) mod 256. */
    private static RgbImage rings(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            rgb[i] = (byte) (x * x * (i % 3 + 1) / 7 + 3 * y * y / 5 + x * y / 11);
        }
        return new RgbImage(width, height, rgb);
    }

    private static RgbImage plain(int red, int green, int blue) {
        byte[] rgb = new byte[3 * 20 * 10];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) red;
            rgb[i + 1] = (byte) green;
            rgb[i + 2] = (byte) blue;
        }
        return new RgbImage(20, 10, rgb);
    }

    /**
     * Computed with Debian's python3-opencv 4.6.0 and NumPy 1.24.2:
     *
     * <pre>{@code
     * import cv2, numpy as np
     * for w, h in (299, 299), (640, 480), (120, 90):
     *     y, x, c = np.mgrid[0:h, 0:w, 0:3]
     *     rgb = ((x * x * (c + 1) // 7 + 3 * y * y // 5 + x * y // 11) % 256).astype(np.uint8)
     *     i = cv2.INTER_AREA if min(w, h) >= 299 else cv2.INTER_LINEAR
     *     rgb = cv2.resize(rgb, (299, 299), interpolation=i)
     *     g = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)
     *     v = cv2.Laplacian(g, cv2.CV_64F).var()
     *     d = rgb.max(2).astype(int) - rgb.min(2)
     *     print(w, h, g.mean(), g.std(), v, d.mean())
     * }</pre>
     */
    @ParameterizedTest
    @CsvSource({
        "299, 299, 127.4994, 50.4322, 55247.03, 124.0519",
        "640, 480, 127.4649, 21.0341, 7983.17, 50.4314",
        "120, 90, 126.0941, 38.8325, 560.30, 83.0669"
    })
    void measuresAreThoseOfOpenCv(
            int width, int height, double luma, double contrast, double laplacian, double chroma) {
        ImageQuality quality = ImageQuality.of(rings(width, height));

        assertThat(quality.width()).isEqualTo(width);
        assertThat(quality.height()).isEqualTo(height);
        // OpenCV rounds luma in fixed-point arithmetic, so a few pixels differ by 1.
        assertThat(quality.luma()).isCloseTo(luma, within(0.01));
        assertThat(quality.contrast()).isCloseTo(contrast, within(0.01));
        assertThat(quality.laplacianVariance()).isCloseTo(laplacian, within(0.0005 * laplacian));
        assertThat(quality.chroma()).isCloseTo(chroma, within(0.0001));
        assertThat(quality.sharpness())
                .isCloseTo(laplacian / (contrast * contrast), within(0.001 * quality.sharpness()));
    }

    @Test
    void oneShadeHasNoContrastAndNoSharpness() {
        ImageQuality quality = ImageQuality.of(plain(200, 100, 50));
        assertThat(quality).isEqualTo(new ImageQuality(20, 10, 124, 0, 0, 150));
        assertThat(quality.sharpness()).isZero();
        assertThat(quality.shorterSide()).isEqualTo(10);
    }

    @Test
    void darkerIsNotLessSharp() {
        RgbImage picture = DrawnPicture.of(400, 300, 7);
        ImageQuality bright = ImageQuality.of(picture);
        ImageQuality dark = ImageQuality.of(Spoilt.darkened(picture, 0.25));

        assertThat(dark.laplacianVariance()).isLessThan(bright.laplacianVariance() / 10);
        assertThat(dark.sharpness())
                .isCloseTo(bright.sharpness(), within(0.1 * bright.sharpness()));
    }

    @Test
    void eachBlurLeavesLessSharpness() {
        RgbImage picture = DrawnPicture.of(ImageQuality.SIDE, ImageQuality.SIDE, 7);
        double[] sharpness = new double[4];
        sharpness[0] = ImageQuality.of(picture).sharpness();
        for (int i = 0; i < 3; i++) {
            sharpness[i + 1] = ImageQuality.of(Spoilt.blurred(picture, 1 << i)).sharpness();
        }
        assertThat(Arrays.stream(sharpness).map(s -> -s).toArray()).isSorted();
        assertThat(sharpness[2]).isLessThan(QualityLimits.defaults().limit(QualityFlag.BLURRED));
        assertThat(sharpness[0]).isGreaterThan(QualityLimits.defaults().limit(QualityFlag.BLURRED));
    }
}
