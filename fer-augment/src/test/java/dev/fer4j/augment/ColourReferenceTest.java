package dev.fer4j.augment;

import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every value of an image against OpenCV, see {@link Reference}. Factors are such that no value
 * lies half way between two levels, so the values are equal.
 */
class ColourReferenceTest {

    private static RgbImage augment(Photometric photometric) {
        RgbImage picture = Reference.picture(17, 13);
        return new AugmentationPolicy(List.of(photometric))
                .draw(new Seed(1).generator(), 17, 13)
                .apply(picture);
    }

    @Test
    void brightness() throws IOException {
        Reference.assertIs(augment(new Photometric.Brightness(1.3071, 1.3071)), "brightness", 0);
    }

    @Test
    void contrast() throws IOException {
        Reference.assertIs(augment(new Photometric.Contrast(1.3071, 1.3071)), "contrast", 0);
    }

    @Test
    void saturation() throws IOException {
        Reference.assertIs(augment(new Photometric.Saturation(2.3071, 2.3071)), "saturation", 0);
    }

    @Test
    void grayscale() throws IOException {
        Reference.assertIs(augment(new Photometric.Grayscale(1)), "grayscale", 0);
        Reference.assertIs(augment(new Photometric.Grayscale(0)), "picture", 0);
    }
}
