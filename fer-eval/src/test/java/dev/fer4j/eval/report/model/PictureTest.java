package dev.fer4j.eval.report.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fer4j.core.RgbImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {

    private static byte[] decoded(Picture picture) {
        String uri = picture.toDataUri();
        return Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
    }

    @Test
    void pixelsBecomeAPng() throws IOException {
        byte[] rgb = {10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120};

        Picture picture = Picture.of("four", "Four pixels", "", new RgbImage(2, 2, rgb));

        assertThat(picture.toDataUri()).startsWith("data:image/png;base64,");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(decoded(picture)));
        assertThat(image.getRGB(1, 0)).isEqualTo(0xFF28323C);
        assertThat(image.getRGB(0, 1)).isEqualTo(0xFF46505A);
    }

    @Test
    void aJpegStaysAsItIs() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", bytes);

        Picture picture = Picture.of("p", "A square", "", bytes.toByteArray());

        assertThat(picture.format()).isEqualTo(Picture.Format.JPEG);
        assertThat(decoded(picture)).isEqualTo(bytes.toByteArray());
    }

    @Test
    void whatIsNeitherIsRefused() {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        for (byte[] bytes : new byte[][] {svg.getBytes(UTF_8), {}, {(byte) 0x89, 'P'}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Picture.of("p", "d", "", bytes))
                    .withMessageContaining("neither PNG nor JPEG");
        }
    }

    @Test
    void whatIsTooLargeIsRefused() {
        byte[] bytes = new byte[Picture.MOST_BYTES + 1];

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Picture.of("p", "d", "", bytes))
                .withMessageContaining("make it smaller");
    }

    @Test
    void namesThatAreNoFileNamesAndMissingDescriptionsAreRefused() {
        RgbImage image = new RgbImage(1, 1, new byte[3]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Picture.of("../p", "d", "", image))
                .withMessageContaining("'../p'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Picture.of("p", " ", "", image))
                .withMessageContaining("needs a description");
    }
}
