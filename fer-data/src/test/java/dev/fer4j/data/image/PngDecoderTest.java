package dev.fer4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Bytes;
import dev.fer4j.core.InputException;
import dev.fer4j.core.RgbImage;
import dev.fer4j.data.testing.DrawnPicture;
import dev.fer4j.data.testing.TestImage;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the JDK's writer and reader, and by hand. */
class PngDecoderTest {

    private static byte[] written(BufferedImage image, boolean interlaced) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(
                    interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"13, 9", "1, 1", "4, 4", "8, 8", "3, 17", "64, 5"})
    void interlacedPicturesAreTheSame(int width, int height) throws IOException {
        RgbImage picture = TestImage.noise(width, height, 4);
        for (boolean interlaced : new boolean[] {false, true}) {
            byte[] png = written(picture.toBufferedImage(), interlaced);
            assertThat(png[28]).isEqualTo((byte) (interlaced ? 1 : 0));
            assertThat(ImageFiles.decode(png).rgb()).isEqualTo(picture.rgb());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void palettes(int bits) throws IOException {
        Random random = new Random(bits);
        byte[] colours = new byte[3 << bits];
        random.nextBytes(colours);
        IndexColorModel palette = new IndexColorModel(bits, 1 << bits, colours, 0, false);
        BufferedImage image =
                bits == 8
                        ? new BufferedImage(13, 7, BufferedImage.TYPE_BYTE_INDEXED, palette)
                        : new BufferedImage(13, 7, BufferedImage.TYPE_BYTE_BINARY, palette);
        for (int i = 0; i < 91; i++) {
            image.getRaster().setSample(i % 13, i / 13, 0, random.nextInt(1 << bits));
        }
        for (boolean interlaced : new boolean[] {false, true}) {
            RgbImage read = ImageFiles.decode(written(image, interlaced));
            assertThat(read.rgb()).isEqualTo(RgbImage.of(image).rgb());
        }
    }

    /** OpenCV's encoder uses every filter on a picture of smooth areas and edges. */
    @Test
    void filters() {
        RgbImage picture = DrawnPicture.of(97, 61, 3);
        assertThat(ImageFiles.decode(ImageFiles.encodePng(picture)).rgb()).isEqualTo(picture.rgb());
    }

    private static byte[] grey(int depth, int width, int height, byte[]... coded) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) depth);
        byte[] signature = Arrays.copyOf(Encoding.PNG.encode(TestImage.noise(1, 1, 1)), 8);
        byte[] all = Bytes.concat(signature, chunk("IHDR", header.array()));
        for (byte[] part : coded) {
            all = Bytes.concat(all, chunk("IDAT", part));
        }
        return Bytes.concat(all, chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] framed = ImageMetadata.png(new byte[45], type, content, true);
        return Arrays.copyOfRange(framed, 33, framed.length - 12);
    }

    /** Each filter in a row of its own, worked out by hand. */
    @Test
    void eachFilterUndoesWhatItSays() {
        byte[] rows = {
            0, 10, 20, 30, // none: 10 20 30
            1, 5, 1, 1, // sub: 5 6 7
            2, 1, 2, 3, // up: 6 8 10
            3, 7, 1, (byte) 255, // average: 7 + 6/2 = 10, 1 + (10 + 8)/2 = 10, 255 + 10 = 9
            4, 1, 1, 1 // Paeth: 1 + 10 (up), 1 + 11 (left), 1 + 12 (left, as near as the corner)
        };
        RgbImage image = ImageFiles.decode(grey(8, 3, 5, ImageMetadata.deflated(rows)));
        int[] values = new int[15];
        Arrays.setAll(values, i -> image.at(i % 3, i / 3, 1));
        assertThat(values).containsExactly(10, 20, 30, 5, 6, 7, 6, 8, 10, 10, 10, 9, 11, 12, 13);
    }

    @Test
    void fewBitsOfGreyAreSpreadOverAllValues() {
        byte[] rows = {0, 0b00_01_10_11};
        RgbImage image = ImageFiles.decode(grey(2, 4, 1, ImageMetadata.deflated(rows)));
        assertThat(
                        new int[] {
                            image.at(0, 0, 0),
                            image.at(1, 0, 1),
                            image.at(2, 0, 2),
                            image.at(3, 0, 0)
                        })
                .containsExactly(0, 85, 170, 255);
    }

    @Test
    void pixelsMayBeSplitOverChunks() {
        byte[] coded = ImageMetadata.deflated(new byte[] {0, 1, 2, 0, 3, 4});
        byte[][] parts = new byte[coded.length + 1][];
        for (int i = 0; i < coded.length; i++) {
            parts[i] = new byte[] {coded[i]};
        }
        parts[coded.length] = new byte[0];
        RgbImage image = ImageFiles.decode(grey(8, 2, 2, parts));
        assertThat(image.at(1, 1, 0)).isEqualTo(4);
    }

    private static void assertRefused(byte[] png, String expected) {
        assertThatThrownBy(() -> ImageFiles.decode(png))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void pixelsThatAreMissingOrDamagedAreRefused() {
        byte[] coded = ImageMetadata.deflated(new byte[] {0, 1, 2, 0, 3, 4});
        assertRefused(grey(8, 2, 3, coded), "has fewer pixels than it says");
        assertRefused(grey(8, 2, 2), "has fewer pixels than it says");
        assertRefused(grey(8, 2, 2, Arrays.copyOf(coded, 5)), "cannot be unpacked");
        assertRefused(grey(8, 2, 2, new byte[20]), "cannot be unpacked");
        assertRefused(
                grey(8, 1, 1, ImageMetadata.deflated(new byte[] {5, 1})), "filter of the PNG");
        assertRefused(grey(3, 1, 1, coded), "IHDR");
        assertRefused(grey(8, 8000, 8000, coded), "has fewer pixels than it says");
    }
}
