package dev.fer4j.data.image;

import com.google.common.primitives.Bytes;
import dev.fer4j.core.RgbImage;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Image files that are less usual than those of {@link Encoding}. */
public final class StillBytes {

    private static final int[] NONE = {};

    private StillBytes() {}

    /** A PNG whose orientation 6 is in XMP. */
    public static byte[] turnedPng(RgbImage image) {
        byte[] text =
                ImageMetadata.international(
                        "XML:com.adobe.xmp", ImageMetadata.xmpAttribute(6), false);
        return ImageMetadata.png(Encoding.PNG.encode(image), "iTXt", text, true);
    }

    /** A WebP whose orientation 6 is in EXIF. */
    public static byte[] turnedWebp(RgbImage image) {
        return framed(image, "EXIF", ImageMetadata.exif(6, ByteOrder.LITTLE_ENDIAN));
    }

    /** An animation of the image and of black. */
    public static byte[] animatedWebp(RgbImage image) {
        RgbImage black = new RgbImage(image.width(), image.height(), new byte[image.rgb().length]);
        return framed(image, "ANMF", frame(black));
    }

    private static byte[] framed(RgbImage image, String chunk, byte[] content) {
        return ImageMetadata.webp(
                image.width(),
                image.height(),
                2,
                "ANIM",
                new byte[6],
                "ANMF",
                frame(image),
                chunk,
                content);
    }

    private static byte[] frame(RgbImage image) {
        byte[] webp = Encoding.WEBP.encode(image);
        return ImageMetadata.frame(
                0, 0, image.width(), image.height(), Arrays.copyOfRange(webp, 12, webp.length));
    }

    /** A JPEG with two bytes behind each of its first segments. */
    public static byte[] jpegWithStrayBytes(RgbImage image) {
        byte[] jpeg = Encoding.JPEG.encode(image);
        return Bytes.concat(
                Arrays.copyOf(jpeg, 20), new byte[2], Arrays.copyOfRange(jpeg, 20, jpeg.length));
    }

    /** A BMP of 32 bits whose masks put red first. */
    public static byte[] maskedBmp(RgbImage image) {
        int[] masks = {0xff, 0xff00, 0xff0000};
        return bmp(image, 32, masks, new int[] {0, 8, 16}, new int[] {0, 0, 0});
    }

    /** A BMP of 16 bits, six of them for green. */
    public static byte[] sixteenBitBmp(RgbImage image) {
        int[] masks = {0xf800, 0x7e0, 0x1f};
        return bmp(image, 16, masks, new int[] {11, 5, 0}, new int[] {3, 2, 3});
    }

    private static byte[] bmp(RgbImage image, int bits, int[] masks, int[] left, int[] right) {
        int[][] pixels = new int[image.height()][image.width()];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                for (int channel = 0; channel < 3; channel++) {
                    pixels[y][x] |= image.at(x, y, channel) >> right[channel] << left[channel];
                }
            }
        }
        return new BmpBytes(
                        40,
                        image.width(),
                        -image.height(),
                        bits,
                        3,
                        masks,
                        NONE,
                        BmpBytes.rows(bits, pixels))
                .encode();
    }

    /** A BMP that contains a file of another format. */
    public static byte[] bmpOfJpeg() {
        return new BmpBytes(40, 8, 8, 0, 4, NONE, NONE, new byte[64]).encode();
    }
}
