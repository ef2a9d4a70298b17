package dev.fer4j.data.image;

import static dev.fer4j.data.testing.TestImage.corners;
import static dev.fer4j.data.testing.TestImage.quarters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.core.RgbImage;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WebpFileTest {

    private static final int ANIMATION = 2;
    private static final byte[] LOOPS = new byte[6];

    /** The chunk of pixels of a WebP, with its header. */
    private static byte[] chunk(RgbImage image) {
        byte[] webp = Encoding.WEBP.encode(image);
        return Arrays.copyOfRange(webp, 12, webp.length);
    }

    private static byte[] frame(int left, int top, RgbImage image) {
        return ImageMetadata.frame(left, top, image.width(), image.height(), chunk(image));
    }

    @Test
    void theFirstFrameOfAnAnimationIsRead() {
        RgbImage black = new RgbImage(32, 16, new byte[3 * 32 * 16]);
        byte[] webp =
                ImageMetadata.webp(
                        32,
                        16,
                        ANIMATION,
                        "ANIM",
                        LOOPS,
                        "ANMF",
                        frame(0, 0, quarters(32, 16)),
                        "ANMF",
                        frame(0, 0, black));
        RgbImage image = ImageFiles.decode(webp);
        assertThat(image.width()).isEqualTo(32);
        assertThat(image.height()).isEqualTo(16);
        assertThat(corners(image)).isEqualTo("RGBY");
    }

    @Test
    void aSmallFrameLiesOnABlackCanvas() {
        byte[] webp =
                ImageMetadata.webp(
                        40, 30, ANIMATION, "ANIM", LOOPS, "ANMF", frame(6, 10, quarters(32, 16)));
        RgbImage image = ImageFiles.decode(webp);
        assertThat(image.width()).isEqualTo(40);
        assertThat(image.height()).isEqualTo(30);
        assertThat(image.at(5, 12, 0)).isZero();
        assertThat(image.at(7, 11, 0)).isBetween(240, 255);
        assertThat(image.at(36, 24, 1)).isBetween(240, 255);
        assertThat(image.at(36, 27, 1)).isZero();
    }

    @Test
    void anAnimationIsTurnedAsAWhole() {
        byte[] exif = ImageMetadata.exif(6, ByteOrder.BIG_ENDIAN);
        byte[] webp =
                ImageMetadata.webp(
                        32,
                        16,
                        ANIMATION,
                        "ANIM",
                        LOOPS,
                        "ANMF",
                        frame(0, 0, quarters(32, 16)),
                        "EXIF",
                        exif);
        assertThat(corners(ImageFiles.decode(webp))).isEqualTo("BRYG");
    }

    @Test
    void framesBeyondTheCanvasAreRefused() {
        byte[] webp =
                ImageMetadata.webp(
                        32, 16, ANIMATION, "ANIM", LOOPS, "ANMF", frame(2, 0, quarters(32, 16)));
        assertThatThrownBy(() -> ImageFiles.decode(webp))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is damaged: a WebP of 32 × 16 pixels");
    }

    /** An old header, or one that claims much memory. */
    @Test
    void aStillOfAnotherSizeThanItsCanvasIsRefused() {
        byte[] pixels = Encoding.WEBP.encode(quarters(32, 16));
        String chunk = new String(pixels, 12, 4, StandardCharsets.US_ASCII);
        byte[] content = Arrays.copyOfRange(pixels, 20, pixels.length);
        byte[] webp = ImageMetadata.webp(8000, 8000, 0, chunk, content);
        assertThatThrownBy(() -> ImageFiles.decode(webp))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a WebP of 8000 × 8000 pixels with a picture of 32 × 16");
        assertThat(corners(ImageFiles.decode(ImageMetadata.webp(32, 16, 0, chunk, content))))
                .isEqualTo("RGBY");
    }

    @Test
    void hugeCanvasesAreRefusedBeforeTheyAreAllocated() {
        byte[] webp =
                ImageMetadata.webp(16384, 16384, ANIMATION, "ANMF", frame(0, 0, quarters(32, 16)));
        assertThatThrownBy(() -> ImageFiles.decode(webp))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is a WebP of 16384 × 16384 pixels");
    }

    @Test
    void chunksWithoutPixelsAreRefused() {
        byte[] webp = ImageMetadata.webp(32, 16, ANIMATION, "ANIM", LOOPS, "XYZW", new byte[7]);
        assertThatThrownBy(() -> ImageFiles.decode(webp))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a WebP without pixels");
    }
}
