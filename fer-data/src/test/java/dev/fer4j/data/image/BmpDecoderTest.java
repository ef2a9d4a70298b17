package dev.fer4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.core.RgbImage;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BmpDecoderTest {

    private static final int[] NONE = {};

    /** Three columns and two rows, from the top, as 0xRRGGBB. */
    private static final int[][] PICTURE = {
        {0xff0000, 0x00ff00, 0x0000ff}, {0xffffff, 0x102030, 0x000000}
    };

    private static int[][] stored(int[][] topDown, boolean reversed) {
        return reversed ? topDown : new int[][] {topDown[1], topDown[0]};
    }

    /** Puts channels, with an opaque alpha, where masks of whole bytes want them. */
    private static int packed(int rgb, int[] masks) {
        int[] channels = {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, 0xff};
        int pixel = 0;
        for (int i = 0; i < masks.length; i++) {
            pixel |= channels[i] << Integer.numberOfTrailingZeros(masks[i]);
        }
        return pixel;
    }

    private static int[][] mapped(int[][] values, IntUnaryOperator change) {
        return Arrays.stream(values)
                .map(row -> Arrays.stream(row).map(change).toArray())
                .toArray(int[][]::new);
    }

    private static List<Integer> colours(RgbImage image) {
        return IntStream.range(0, image.width() * image.height())
                .map(
                        i ->
                                image.at(i % image.width(), i / image.width(), 0) << 16
                                        | image.at(i % image.width(), i / image.width(), 1) << 8
                                        | image.at(i % image.width(), i / image.width(), 2))
                .boxed()
                .toList();
    }

    private static void assertPicture(byte[] bmp) {
        RgbImage image = ImageFiles.decode(bmp);
        assertThat(image.width()).isEqualTo(3);
        assertThat(image.height()).isEqualTo(2);
        assertThat(colours(image))
                .isEqualTo(Arrays.stream(PICTURE).flatMapToInt(Arrays::stream).boxed().toList());
    }

    static Stream<Arguments> masked() {
        List<int[]> orders =
                List.of(
                        new int[] {0xff0000, 0xff00, 0xff},
                        new int[] {0xff, 0xff00, 0xff0000},
                        new int[] {0xff000000, 0xff0000, 0xff00},
                        new int[] {0xff00, 0xff0000, 0xff000000},
                        new int[] {0xff00, 0xff, 0xff0000},
                        new int[] {0xff0000, 0xff00, 0xff, 0xff000000},
                        new int[] {0xff, 0xff00, 0xff0000, 0xff000000},
                        new int[] {0xff00, 0xff0000, 0xff000000, 0xff});
        return Stream.of(40, 52, 56, 108, 124)
                .flatMap(header -> orders.stream().map(masks -> Arguments.of(header, masks)));
    }

    @ParameterizedTest
    @MethodSource("masked")
    void masksDecideWhereChannelsLie(int header, int[] masks) {
        for (boolean topDown : new boolean[] {false, true}) {
            int[][] pixels = mapped(stored(PICTURE, topDown), rgb -> packed(rgb, masks));
            int compression = header == 40 && masks.length == 4 ? 6 : 3;
            assertPicture(
                    new BmpBytes(
                                    header,
                                    3,
                                    topDown ? -2 : 2,
                                    32,
                                    compression,
                                    header == 52 ? Arrays.copyOf(masks, 3) : masks,
                                    NONE,
                                    BmpBytes.rows(32, pixels))
                            .encode());
        }
    }

    @ParameterizedTest
    @CsvSource({"12, 24", "40, 24", "40, 32", "64, 24", "108, 32", "124, 24", "16, 24"})
    void withoutMasksTheOrderIsBlueGreenRed(int header, int bits) {
        byte[] rows = BmpBytes.rows(bits, stored(PICTURE, false));
        assertPicture(new BmpBytes(header, 3, 2, bits, 0, NONE, NONE, rows).encode());
    }

    /** Masks, a pixel, and the colour by repeating each channel's bits; more than 8 are cut. */
    @ParameterizedTest
    @CsvSource({
        "f800, 7e0, 1f, ffff, ffffff",
        "f800, 7e0, 1f, 0, 0",
        "f800, 7e0, 1f, 8410, 848284",
        "7c00, 3e0, 1f, 7fff, ffffff",
        "7c00, 3e0, 1f, 4210, 848484",
        "1f, 7e0, f800, 001f, ff0000",
        "f00, f0, f, fff, ffffff",
        "f00, f0, f, 0a5, 00aa55",
        "e000, 1c00, 300, ab00, b649ff",
        "8000, 7ff0, f, ffff, ffffff",
        "f800, 7e0, 0, ffff, ffff00"
    })
    void fewBitsAreSpreadOverAllValues(
            String red, String green, String blue, String pixel, String expected) {
        int[] masks =
                Stream.of(red, green, blue).mapToInt(text -> Integer.parseInt(text, 16)).toArray();
        int[][] pixels = {{Integer.parseInt(pixel, 16)}};
        for (int header : new int[] {40, 52, 56, 108, 124}) {
            byte[] bmp =
                    new BmpBytes(header, 1, 1, 16, 3, masks, NONE, BmpBytes.rows(16, pixels))
                            .encode();
            assertThat(colours(ImageFiles.decode(bmp)))
                    .as("header of %s bytes", header)
                    .containsExactly(Integer.parseInt(expected, 16));
        }
    }

    @Test
    void tenBitsKeepTheUpperEight() {
        int[] masks = {0x3ff00000, 0xffc00, 0x3ff};
        int[][] pixels = {{0x3ff << 20 | 0x200 << 10 | 0x003, 0}};
        byte[] bmp = new BmpBytes(40, 2, 1, 32, 3, masks, NONE, BmpBytes.rows(32, pixels)).encode();
        assertThat(colours(ImageFiles.decode(bmp))).containsExactly(0xff8000, 0);
    }

    @Test
    void sixteenBitsWithoutMasksAreFiveEach() {
        byte[] bmp =
                new BmpBytes(
                                40,
                                2,
                                1,
                                16,
                                0,
                                NONE,
                                NONE,
                                BmpBytes.rows(16, new int[][] {{0x7fff, 0x7c00}}))
                        .encode();
        assertThat(colours(ImageFiles.decode(bmp))).containsExactly(0xffffff, 0xff0000);
    }

    @ParameterizedTest
    @CsvSource({"12, 1", "12, 4", "12, 8", "40, 1", "40, 2", "40, 4", "40, 8", "64, 8", "124, 4"})
    void palettes(int header, int bits) {
        int[] palette = new int[1 << bits];
        Arrays.setAll(palette, i -> (i * 0x030507 + 0x112233) & 0xffffff);
        int[][] indices = new int[2][13];
        for (int i = 0; i < 26; i++) {
            indices[i / 13][i % 13] = i * 7 % palette.length;
        }
        byte[] bmp =
                new BmpBytes(
                                header,
                                13,
                                2,
                                bits,
                                0,
                                NONE,
                                palette,
                                BmpBytes.rows(bits, stored(indices, false)))
                        .encode();
        assertThat(colours(ImageFiles.decode(bmp)))
                .isEqualTo(
                        Arrays.stream(indices)
                                .flatMapToInt(Arrays::stream)
                                .mapToObj(i -> palette[i])
                                .toList());
    }

    @Test
    void indicesBeyondAShortPaletteAreBlack() {
        byte[] rows = BmpBytes.rows(8, new int[][] {{1, 2, 255}});
        byte[] bmp = new BmpBytes(40, 3, 1, 8, 0, NONE, new int[] {1, 2}, rows).encode();
        assertThat(colours(ImageFiles.decode(bmp))).containsExactly(2, 0, 0);
    }

    /** Rows from below: a run and single pixels with padding; a jump; the end. */
    @Test
    void runsOfEightBits() {
        byte[] runs = {3, 1, 0, 3, 2, 3, 1, 0, 0, 0, 1, 2, 0, 2, 2, 1, 1, 3, 0, 1};
        byte[] bmp = new BmpBytes(40, 6, 3, 8, 1, NONE, new int[] {9, 1, 2, 3}, runs).encode();
        assertThat(colours(ImageFiles.decode(bmp)))
                .containsExactly(9, 9, 9, 3, 9, 9, 2, 9, 9, 9, 9, 9, 1, 1, 1, 2, 3, 1);
    }

    @Test
    void runsOfFourBits() {
        byte[] runs = {5, 0x12, 0, 0, 0, 5, 0x12, 0x31, 0x20, 0, 0, 1};
        byte[] bmp = new BmpBytes(40, 5, 2, 4, 2, NONE, new int[] {0, 1, 2, 3}, runs).encode();
        assertThat(colours(ImageFiles.decode(bmp))).containsExactly(1, 2, 3, 1, 2, 1, 2, 1, 2, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8, 16, 24, 32})
    void aFileThatIsCutIsRefused(int bits) {
        int[][] pixels = new int[5][32];
        int[] palette = bits > 8 ? NONE : new int[1 << bits];
        byte[] whole =
                new BmpBytes(40, 32, 5, bits, 0, NONE, palette, BmpBytes.rows(bits, pixels))
                        .encode();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ImageFiles.decode(cut))
                    .as("%s of %s bytes", length, whole.length)
                    .isInstanceOf(InputException.class);
        }
        assertThat(colours(ImageFiles.decode(whole))).hasSize(160);
    }

    @Test
    void runsThatAreCutAreRefused() {
        byte[] runs = {3, 1, 0, 0, 0};
        byte[] bmp = new BmpBytes(40, 3, 2, 8, 1, NONE, new int[] {0, 1}, runs).encode();
        assertThatThrownBy(() -> ImageFiles.decode(bmp))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("truncated");
    }

    @Test
    void aFewRunsAreNotMillionsOfPixels() {
        byte[] runs = {3, 1, 0, 1};
        byte[] bmp = new BmpBytes(40, 8000, 8000, 8, 1, NONE, new int[] {0, 1}, runs).encode();
        assertThatThrownBy(() -> ImageFiles.decode(bmp))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has fewer pixels than it says");
    }

    /** What viewers ignore: the header's length of the file, and planes. */
    @Test
    void aWrongLengthInTheHeaderDoesNotMatter() {
        byte[] bmp =
                new BmpBytes(40, 3, 2, 24, 0, NONE, NONE, BmpBytes.rows(24, stored(PICTURE, false)))
                        .encode();
        Arrays.fill(bmp, 2, 6, (byte) 0x7f);
        bmp[26] = 5;
        assertPicture(bmp);
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "24, 4", "0, 4", "0, 5", "64, 0", "3, 0", "8, 2", "24, 3"})
    void otherCodingsAreNamed(int bits, int compression) {
        byte[] bmp = new BmpBytes(40, 1, 1, bits, compression, NONE, NONE, new byte[64]).encode();
        assertThatThrownBy(() -> ImageFiles.decode(bmp))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "is a BMP of %s bits a pixel and compression %s", bits, compression);
    }

    @Test
    void masksWithGapsAreRefused() {
        int[] masks = {0xf0f000, 0xff, 0xff00};
        byte[] bmp = new BmpBytes(40, 1, 1, 32, 3, masks, NONE, new byte[4]).encode();
        assertThatThrownBy(() -> ImageFiles.decode(bmp))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("bit mask f0f000 has gaps");
    }
}
