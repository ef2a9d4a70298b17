package dev.fer4j.data.image;

import static dev.fer4j.data.testing.TestImage.corners;
import static dev.fer4j.data.testing.TestImage.quarters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.core.RgbImage;
import dev.fer4j.data.testing.TestImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {

    @TempDir Path folder;

    @Test
    void pngKeepsEveryPixel() throws IOException {
        RgbImage image = TestImage.noise(37, 23, 1);
        Path file = folder.resolve("Kaçınar 笑.png");

        ImageFiles.writePng(file, image);

        RgbImage read = ImageFiles.read(file);
        assertThat(read.width()).isEqualTo(37);
        assertThat(read.height()).isEqualTo(23);
        assertThat(read.rgb()).isEqualTo(image.rgb());
        assertThat(ImageFiles.encodePng(image)).isEqualTo(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void readsAllDepthsAndChannels(Encoding encoding) throws IOException {
        Path file = folder.resolve("image" + encoding.ending());
        Files.write(file, encoding.encode(quarters(32, 16)));

        RgbImage image = ImageFiles.read(file);

        assertThat(image.width()).isEqualTo(32);
        assertThat(image.height()).isEqualTo(16);
        if (encoding.isGrey()) {
            // BT.601 luma of the four colours, as OpenCV greys: 78, 149, 34, 221.
            assertThat(image.at(1, 1, 0)).isBetween(76, 80);
            assertThat(image.at(1, 1, 2)).isEqualTo(image.at(1, 1, 0));
            assertThat(image.at(30, 14, 1)).isBetween(219, 223);
        } else {
            assertThat(corners(image)).isEqualTo("RGBY");
            assertThat(image.at(1, 1, 0)).isBetween(240, 255);
            assertThat(image.at(1, 1, 1)).isBetween(0, 15);
        }
    }

    /** Where the stored corners R G / B Y are to be seen, by EXIF 2.3, table 3. */
    @ParameterizedTest
    @CsvSource({
        "1, 32, 16, RGBY", "2, 32, 16, GRYB", "3, 32, 16, YBGR", "4, 32, 16, BYRG",
        "5, 16, 32, RBGY", "6, 16, 32, BRYG", "7, 16, 32, YGBR", "8, 16, 32, GYRB"
    })
    void appliesExifOrientation(int orientation, int width, int height, String expected)
            throws IOException {
        Path file = folder.resolve("photo.jpg");
        Files.write(file, Encoding.jpegWithOrientation(quarters(32, 16), orientation));

        RgbImage image = ImageFiles.read(file);

        assertThat(image.width()).isEqualTo(width);
        assertThat(image.height()).isEqualTo(height);
        assertThat(corners(image)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void refusesFilesThatAreCutShort(Encoding encoding) {
        byte[] whole = encoding.encode(quarters(64, 64));
        for (int length : new int[] {0, 1, 2, 12, 20, 30, whole.length / 2, whole.length - 2}) {
            byte[] part = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ImageFiles.decode(part, Path.of("p012", "cut.img")))
                    .as("%s of %s bytes of %s", length, whole.length, encoding)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("cut.img");
        }
    }

    @Test
    void refusesDamagedPng() {
        byte[] bytes = Encoding.PNG.encode(TestImage.noise(64, 64, 2));
        bytes[bytes.length / 2] ^= 1;

        assertThatThrownBy(() -> ImageFiles.decode(bytes, Path.of("a.png")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is damaged: the PNG's IDAT chunk");
    }

    @Test
    void refusesHugeHeadersBeforeDecoding() {
        byte[] bytes = Encoding.pngClaiming(100_000, 100_000);

        assertThatThrownBy(() -> ImageFiles.decode(bytes, Path.of("bomb.png")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("bomb.png: is a PNG of 100000 × 100000 pixels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIF89a-not-read", "just text", "\u0000\u0000\u0000\u0018ftypmp42"})
    void refusesOtherFormats(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("face.png"), content);

        assertThatThrownBy(() -> ImageFiles.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("not a PNG, JPEG, BMP or WebP image");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void survivesRandomDamage(int seed) {
        var random = new java.util.Random(seed);
        for (Encoding encoding : Encoding.values()) {
            byte[] whole = encoding.encode(TestImage.noise(24, 24, seed));
            for (int i = 0; i < 15; i++) {
                byte[] bytes = whole.clone();
                for (int j = 0; j < 3; j++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                assertReadOrRefused(bytes);
            }
        }
    }

    private static void assertReadOrRefused(byte[] bytes) {
        try {
            RgbImage image = ImageFiles.decode(bytes, Path.of("damaged"));
            assertThat((long) image.width() * image.height()).isBetween(1L, ImageFiles.MAX_PIXELS);
        } catch (InputException e) {
            assertThat(e).hasMessageStartingWith("damaged: ");
        }
    }

    @Test
    void shrinkingAveragesAreas() {
        RgbImage image = new RgbImage(4, 1, bytes(0, 0, 0, 100, 10, 0, 200, 0, 0, 50, 0, 7));

        RgbImage half = ImageFiles.resize(image, 2, 1);

        assertThat(half.rgb()).isEqualTo(bytes(50, 5, 0, 125, 0, 4));
    }

    @Test
    void growingInterpolatesLinearly() {
        RgbImage image = new RgbImage(2, 1, bytes(0, 0, 0, 100, 100, 100));

        RgbImage grown = ImageFiles.resize(image, 4, 1);

        // Pixel centres lie at 0.25, 0.75, 1.25, 1.75 minus a half of the source's pixels.
        assertThat(grown.rgb()).isEqualTo(bytes(0, 0, 0, 25, 25, 25, 75, 75, 75, 100, 100, 100));
    }

    @Test
    void resizingToTheSameSizeChangesNothing() {
        RgbImage image = quarters(8, 8);

        assertThat(ImageFiles.resize(image, 8, 8)).isSameAs(image);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void bytesInMemoryAreReadAsAFileIs(Encoding encoding) throws IOException {
        Path file = Files.write(folder.resolve("image"), encoding.encode(quarters(32, 16)));
        assertThat(ImageFiles.decode(Files.readAllBytes(file)).rgb())
                .isEqualTo(ImageFiles.read(file).rgb());
    }

    @Test
    void bytesThatAreNoImageAreRefused() {
        assertThatThrownBy(() -> ImageFiles.decode(new byte[] {1, 2, 3}))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> ImageFiles.decode(new byte[0])).isInstanceOf(InputException.class);
    }

    @Test
    void aFileThatIsNotThereIsRefusedByItsName() {
        Path gone = folder.resolve("gone.png");
        assertThatThrownBy(() -> ImageFiles.read(gone))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(gone.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY})
    void theJdksReaderGivesTheSamePixels(int type) throws IOException {
        BufferedImage drawn = new BufferedImage(16, 16, type);
        for (int i = 0; i < 256; i++) {
            drawn.getRaster().setSample(i % 16, i / 16, 0, i);
        }
        Path file = folder.resolve("jdk.png");
        ImageIO.write(drawn, "png", file.toFile());
        assertThat(RgbImage.of(ImageIO.read(file.toFile())).rgb())
                .isEqualTo(ImageFiles.read(file).rgb());
    }
}
