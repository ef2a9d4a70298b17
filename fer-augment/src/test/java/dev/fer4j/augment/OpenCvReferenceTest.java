package dev.fer4j.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.augment.transform.Affine;
import dev.fer4j.augment.transform.ColourMap;
import dev.fer4j.core.RgbImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Red values of OpenCV 4.6.0, by {@code python3} with Debian's python3-opencv:
 *
 * <pre>
 * import cv2, numpy as np
 * W, H = 12, 10
 * y, x = np.mgrid[0:H, 0:W]
 * p = np.stack([np.floor(128 + 60*np.sin(.5*x + .3*y + c) + 40*np.cos(.7*y - .2*x) + .5)
 *               for c in range(3)], 2).astype(np.uint8)
 * m = cv2.getRotationMatrix2D(((W-1)/2, (H-1)/2), -15, 1)
 * r = cv2.warpAffine(p.astype(np.float64), m, (W, H), flags=cv2.INTER_LINEAR,
 *                    borderMode=cv2.BORDER_REFLECT_101)
 * print(np.rint(r[:,:,0]).astype(int).tolist())
 * b = cv2.GaussianBlur(p.astype(np.float64), (13, 13), 1.5, borderType=cv2.BORDER_REFLECT_101)
 * print(np.rint(b[:,:,0]).astype(int).tolist())
 * print(cv2.resize(p, (6, 5), interpolation=cv2.INTER_AREA)[:,:,0].tolist())
 * </pre>
 */
class OpenCvReferenceTest {

    private static final int WIDTH = 12;
    private static final int HEIGHT = 10;

    private static final int[][] ROTATED = {
        {199, 174, 204, 221, 223, 213, 191, 159, 127, 101, 90, 96},
        {178, 171, 198, 213, 215, 204, 184, 152, 118, 86, 62, 65},
        {157, 161, 177, 185, 184, 174, 159, 137, 116, 98, 84, 79},
        {148, 150, 150, 147, 140, 131, 122, 114, 109, 109, 112, 119},
        {157, 143, 125, 110, 95, 84, 82, 86, 97, 115, 135, 154},
        {168, 140, 109, 82, 60, 48, 49, 62, 84, 116, 149, 179},
        {175, 140, 103, 70, 46, 32, 35, 53, 81, 116, 154, 175},
        {172, 138, 103, 73, 52, 40, 45, 62, 88, 118, 151, 155},
        {162, 131, 106, 86, 74, 69, 76, 90, 108, 127, 148, 140},
        {153, 121, 95, 84, 91, 112, 121, 131, 139, 145, 149, 139}
    };

    private static final int[][] BLURRED = {
        {195, 198, 202, 201, 190, 171, 147, 125, 108, 99, 96, 96},
        {192, 195, 198, 196, 185, 166, 144, 123, 109, 102, 102, 102},
        {183, 184, 185, 181, 169, 151, 132, 118, 110, 110, 114, 117},
        {170, 169, 166, 158, 144, 128, 114, 106, 107, 115, 125, 130},
        {156, 154, 146, 133, 117, 101, 92, 91, 99, 115, 130, 136},
        {148, 143, 131, 112, 94, 79, 73, 78, 92, 111, 129, 136},
        {147, 140, 123, 101, 81, 68, 65, 73, 89, 110, 128, 135},
        {151, 143, 123, 100, 80, 69, 68, 78, 95, 115, 130, 136},
        {155, 147, 127, 103, 85, 76, 77, 88, 105, 122, 136, 140},
        {157, 149, 129, 106, 88, 79, 82, 93, 110, 126, 138, 143}
    };

    private static final int[][] HALVED = {
        {187, 222, 199, 135, 81, 77},
        {174, 192, 161, 118, 110, 147},
        {148, 125, 79, 61, 96, 165},
        {165, 102, 45, 40, 88, 145},
        {182, 118, 83, 99, 140, 157}
    };

    private static RgbImage picture() {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % WIDTH;
            int y = i / 3 / WIDTH;
            rgb[i] =
                    (byte)
                            Math.floor(
                                    128
                                            + 60 * Math.sin(0.5 * x + 0.3 * y + i % 3)
                                            + 40 * Math.cos(0.7 * y - 0.2 * x)
                                            + 0.5);
        }
        return new RgbImage(WIDTH, HEIGHT, rgb);
    }

    private static AugmentationPlan plan(PlanStep step) {
        return new AugmentationPlan(WIDTH, HEIGHT, List.of(step));
    }

    /**
     * OpenCV rounds places to 1/32 of a pixel, this library to 1/256; values differ by 60 a pixel.
     */
    @Test
    void rotationByFifteenDegreesWithReflectedBorders() {
        PlanStep step = new PlanStep.Composition(Affine.rotation(15), ColourMap.IDENTITY, 0, 0);
        assertRed(plan(step).apply(picture()), ROTATED, 2);
    }

    @Test
    void blur() {
        assertRed(plan(new PlanStep.Blur(1.5)).apply(picture()), BLURRED, 0);
    }

    @Test
    void halvingAveragesAreas() {
        assertRed(new AugmentationPlan(WIDTH, HEIGHT, List.of()).apply(picture(), 6, 5), HALVED, 0);
    }

    private static void assertRed(RgbImage image, int[][] expected, int tolerance) {
        assertThat(image.height()).isEqualTo(expected.length);
        for (int y = 0; y < expected.length; y++) {
            assertThat(image.width()).isEqualTo(expected[y].length);
            for (int x = 0; x < expected[y].length; x++) {
                assertThat(image.at(x, y, 0))
                        .as("column %s, row %s", x, y)
                        .isCloseTo(expected[y][x], within(tolerance));
            }
        }
    }
}
