package dev.fer4j.synthesis.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.RgbImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PixelsTest {

    @Test
    void everyValueComesBackAsItWas() {
        byte[] rgb = new byte[256 * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i * 7);
        }
        RgbImage image = new RgbImage(16, 16, rgb);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            NDArray array = Pixels.toArray(manager, List.of(image, image));
            assertThat(array.getShape()).isEqualTo(new Shape(2, 3, 16, 16));
            assertThat(array.get("0, 1, 0, 2").getFloat())
                    .isEqualTo(image.at(2, 0, 1) / 127.5f - 1);
            assertThat(Pixels.toImages(array).get(1).rgb()).isEqualTo(rgb);
        }
    }

    @Test
    void valuesBeyondTheRangeAreCutOffAndSizesMustAgree() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            NDArray array = manager.create(new float[] {-9, 9, 0}, new Shape(1, 3, 1, 1));
            RgbImage image = Pixels.toImages(array).get(0);
            assertThat(image.at(0, 0, 0)).isZero();
            assertThat(image.at(0, 0, 1)).isEqualTo(255);
            assertThat(image.at(0, 0, 2)).isEqualTo(128);
            assertThatThrownBy(
                            () ->
                                    Pixels.toArray(
                                            manager,
                                            List.of(image, new RgbImage(1, 2, new byte[6]))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1 × 1 and 1 × 2");
        }
    }
}
