package dev.fer4j.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.RgbImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Images of {@code opencv-reference.txt}, which {@code opencv-reference.py} made. */
public final class Reference {

    private Reference() {}

    /** The picture that the references were made of, by its formula. */
    public static RgbImage picture(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            rgb[i] =
                    (byte)
                            Math.floor(
                                    128
                                            + 60 * Math.sin(0.5 * x + 0.3 * y + i % 3)
                                            + 40 * Math.cos(0.7 * y - 0.2 * x)
                                            + 0.5);
        }
        return new RgbImage(width, height, rgb);
    }

    public static RgbImage read(String name) throws IOException {
        List<String> lines;
        try (InputStream in = Reference.class.getResourceAsStream("opencv-reference.txt")) {
            lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(name + " ")) {
                String[] size = lines.get(i).split(" ", -1);
                int height = Integer.parseInt(size[2]);
                String rows = String.join("", lines.subList(i + 1, i + 1 + height));
                return new RgbImage(
                        Integer.parseInt(size[1]), height, HexFormat.of().parseHex(rows));
            }
        }
        throw new IllegalArgumentException("no reference " + name);
    }

    /** Every value of every pixel is that of the reference, but for so many grey levels. */
    public static void assertIs(RgbImage image, String name, int tolerance) throws IOException {
        RgbImage expected = read(name);
        assertThat(image.width()).isEqualTo(expected.width());
        assertThat(image.height()).isEqualTo(expected.height());
        for (int i = 0; i < expected.rgb().length; i++) {
            assertThat(image.rgb()[i] & 0xff)
                    .as(
                            "channel %s of column %s, row %s",
                            i % 3, i / 3 % expected.width(), i / 3 / expected.width())
                    .isCloseTo(expected.rgb()[i] & 0xff, within(tolerance));
        }
    }
}
