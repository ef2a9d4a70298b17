package dev.fer4j.data.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.InputException;
import dev.fer4j.core.RgbImage;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.testing.DrawnPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFingerprintTest {

    @TempDir Path folder;

    private static boolean match(RgbImage a, RgbImage b) {
        return NearDuplicates.match(ImageFingerprint.of(a), ImageFingerprint.of(b));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void recognisesAPictureThatWasStoredAgain(long seed) throws IOException {
        RgbImage picture = DrawnPicture.of(160, 120, seed);
        Path png = folder.resolve("picture.png");
        Path jpeg = folder.resolve("picture.jpg");
        ImageFiles.writePng(png, picture);
        Files.write(jpeg, DrawnPicture.jpeg(picture, 60));

        ImageFingerprint original = ImageFingerprint.of(png);
        ImageFingerprint stored = ImageFingerprint.of(jpeg);

        assertThat(original.distance(stored)).isLessThanOrEqualTo(NearDuplicates.MAX_DISTANCE);
        assertThat(original.correlation(stored)).isGreaterThan(0.99);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void recognisesAPictureThatWasScaledOrBrightened(long seed) {
        RgbImage picture = DrawnPicture.of(160, 120, seed);

        assertThat(match(picture, DrawnPicture.scaled(picture, 0.7))).isTrue();
        assertThat(match(picture, DrawnPicture.brighter(picture, 12))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void takesAMirroredPictureForAnother(long seed) {
        RgbImage picture = DrawnPicture.of(160, 120, seed);

        assertThat(match(picture, DrawnPicture.mirrored(picture))).isFalse();
        assertThat(match(picture, DrawnPicture.mirrored(DrawnPicture.mirrored(picture)))).isTrue();
    }

    @Test
    void differentPicturesDoNotMatch() {
        List<ImageFingerprint> pictures = new ArrayList<>();
        for (int seed = 0; seed < 120; seed++) {
            pictures.add(ImageFingerprint.of(DrawnPicture.of(64, 48, seed)));
        }

        for (int i = 0; i < pictures.size(); i++) {
            for (int j = 0; j < pictures.size(); j++) {
                assertThat(NearDuplicates.match(pictures.get(i), pictures.get(j)))
                        .as("pictures %s and %s", i, j)
                        .isEqualTo(i == j);
            }
        }
    }

    @Test
    void hashesTheLowFrequenciesWithoutTheFirstRowAndColumn() {
        // Made with numpy 1.24 and scipy 1.10 of Debian's python3:
        //   y, x = numpy.mgrid[0:32, 0:32]; a = (x*x*3 + y*x*7 + y*y*5 + 11*x) % 251
        //   d = scipy.fft.dctn(a.astype(float), type=2)[1:9, 1:9].ravel()
        //   hex(sum(1 << i for i in range(64) if d[i] > numpy.median(d)))
        byte[] luma = new byte[32 * 32];
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                luma[32 * y + x] = (byte) ((3 * x * x + 7 * y * x + 5 * y * y + 11 * x) % 251);
            }
        }

        assertThat(new ImageFingerprint(luma).hash()).isEqualTo(0x37b5d1d272380ab9L);
    }

    @Test
    void takesTheLumaOfColours() {
        // Red, green and blue stripes have luma 76, 150 and 29: correlated with those greys as 1.
        RgbImage colours = stripes(new int[][] {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}});
        RgbImage greys = stripes(new int[][] {{76, 76, 76}, {150, 150, 150}, {29, 29, 29}});

        ImageFingerprint print = ImageFingerprint.of(colours);

        assertThat(print.correlation(ImageFingerprint.of(greys))).isEqualTo(1.0, within(1e-12));
        assertThat(print.distance(ImageFingerprint.of(greys))).isZero();
    }

    private static RgbImage stripes(int[][] colours) {
        byte[] rgb = new byte[3 * 32 * 32];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) colours[i / 3 / 32 / 11][i % 3];
        }
        return new RgbImage(32, 32, rgb);
    }

    @Test
    void correlationIsPearsons() {
        byte[] a = new byte[32 * 32];
        byte[] b = new byte[32 * 32];
        new Random(1).nextBytes(a);
        new Random(2).nextBytes(b);
        for (int i = 0; i < 300; i++) {
            b[i] = a[i];
        }
        double meanA = 0;
        double meanB = 0;
        for (int i = 0; i < 1024; i++) {
            meanA += (a[i] & 0xff) / 1024.0;
            meanB += (b[i] & 0xff) / 1024.0;
        }
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < 1024; i++) {
            double x = (a[i] & 0xff) - meanA;
            double y = (b[i] & 0xff) - meanB;
            ab += x * y;
            aa += x * x;
            bb += y * y;
        }

        assertThat(new ImageFingerprint(a).correlation(new ImageFingerprint(b)))
                .isEqualTo(ab / Math.sqrt(aa * bb), within(1e-12))
                .isBetween(0.2, 0.4);
    }

    @Test
    void aPictureOfOneShadeMatchesNothing() {
        RgbImage black = new RgbImage(40, 40, new byte[3 * 40 * 40]);

        assertThat(match(black, black)).isFalse();
        assertThat(match(black, DrawnPicture.of(40, 40, 1))).isFalse();
    }

    @Test
    void aFileThatIsNoImageIsNamed() throws IOException {
        Path file = folder.resolve("words.png");
        Files.writeString(file, "words");

        assertThatThrownBy(() -> ImageFingerprint.of(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("words.png");
    }
}
