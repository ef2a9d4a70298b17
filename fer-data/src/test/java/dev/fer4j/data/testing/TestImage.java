package dev.fer4j.data.testing;

import dev.fer4j.core.RgbImage;
import java.util.Random;

/** Pictures whose channels and corners differ. */
public final class TestImage {

    private TestImage() {}

    /** Upper left quarter red, upper right green, lower left blue, lower right yellow. */
    public static RgbImage quarters(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean left = x < width / 2;
                boolean upper = y < height / 2;
                int at = 3 * (y * width + x);
                rgb[at] = (byte) (left == upper ? 250 : 5);
                rgb[at + 1] = (byte) (left ? 5 : 250);
                rgb[at + 2] = (byte) (left && !upper ? 250 : 5);
            }
        }
        return new RgbImage(width, height, rgb);
    }

    /** Random pixels, so that pictures of different seeds differ. */
    public static RgbImage noise(int width, int height, long seed) {
        byte[] rgb = new byte[3 * width * height];
        new Random(seed).nextBytes(rgb);
        return new RgbImage(width, height, rgb);
    }

    /** The letter of the colour at a place: R, G, B or Y. */
    public static String colour(RgbImage image, int x, int y) {
        boolean red = image.at(x, y, 0) > 127;
        boolean green = image.at(x, y, 1) > 127;
        boolean blue = image.at(x, y, 2) > 127;
        if (red && !blue) {
            return green ? "Y" : "R";
        }
        if (red) {
            return "?";
        }
        return green == blue ? "?" : green ? "G" : "B";
    }

    /** The four corners' colours, row by row. */
    public static String corners(RgbImage image) {
        int right = image.width() - 2;
        int lower = image.height() - 2;
        return colour(image, 1, 1)
                + colour(image, right, 1)
                + colour(image, 1, lower)
                + colour(image, right, lower);
    }
}
