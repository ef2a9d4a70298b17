package dev.fer4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RgbImageTest {

    private static final int COLOUR = 0xff0a80fe;

    private static BufferedImage drawn(int type) {
        BufferedImage image = new BufferedImage(3, 2, type);
        image.setRGB(2, 1, COLOUR);
        return image;
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_ARGB_PRE,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void takesTheJdksImagesOfAnyOrderOfChannels(int type) {
        RgbImage image = RgbImage.of(drawn(type));
        assertThat(image.width()).isEqualTo(3);
        assertThat(image.height()).isEqualTo(2);
        assertThat(image.rgb())
                .containsExactly(
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0x0a,
                        (byte) 0x80,
                        (byte) 0xfe);
    }

    @Test
    void alphaIsDroppedNotBlended() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00ffffff & COLOUR);
        assertThat(RgbImage.of(image).at(0, 0, 1)).isEqualTo(0x80);
    }

    @Test
    void greyKeepsItsValue() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 128);
        assertThat(RgbImage.of(image).rgb()).containsOnly((byte) 128).hasSize(3);
    }

    @Test
    void sixteenBitsKeepTheUpperEight() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 0x80ff);
        assertThat(RgbImage.of(image).rgb()).containsOnly((byte) 128);
    }

    @Test
    void theJdksImageAndBackIsTheSame() {
        byte[] rgb = {1, 2, 3, (byte) 255, 0, (byte) 128};
        assertThat(RgbImage.of(new RgbImage(1, 2, rgb).toBufferedImage()).rgb()).isEqualTo(rgb);
    }
}
