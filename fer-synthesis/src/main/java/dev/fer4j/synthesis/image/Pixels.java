package dev.fer4j.synthesis.image;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.RgbImage;
import dev.fer4j.synthesis.internal.OwnedArrays;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** Conversion to the value range of StyleGAN2: 0 to 255 becomes −1 to 1. */
public final class Pixels {

    private static final float HALF = 127.5f;

    private Pixels() {}

    /**
     * Converts images to an array.
     *
     * @param manager owns the result
     * @param images at least one, all of the same size
     * @return {@code (N, 3, H, W)}, float32, {@code value / 127.5 − 1}
     */
    public static NDArray toArray(NDManager manager, List<RgbImage> images) {
        int width = images.get(0).width();
        int height = images.get(0).height();
        int places = width * height;
        FloatBuffer values = FloatBuffer.allocate(Math.multiplyExact(images.size(), 3 * places));
        for (RgbImage image : images) {
            checkArgument(
                    image.width() == width && image.height() == height,
                    "images of %s × %s and %s × %s pixels",
                    width,
                    height,
                    image.width(),
                    image.height());
            byte[] rgb = image.rgb();
            for (int colour = 0; colour < 3; colour++) {
                for (int i = 0; i < places; i++) {
                    values.put((rgb[3 * i + colour] & 0xff) / HALF - 1);
                }
            }
        }
        return OwnedArrays.of(
                manager,
                values.flip(),
                new Shape(images.size(), 3, height, width),
                DataType.FLOAT32);
    }

    /**
     * Converts an array to images.
     *
     * @param array {@code (N, 3, H, W)}; values outside [−1, 1] are clipped
     * @return 8 bits per channel: {@code value · 127.5 + 127.5}, rounded
     */
    public static List<RgbImage> toImages(NDArray array) {
        Shape shape = array.getShape();
        checkArgument(
                shape.dimension() == 4 && shape.get(1) == 3,
                "images are %s, expected (N, 3, H, W)",
                shape);
        int height = Math.toIntExact(shape.get(2));
        int width = Math.toIntExact(shape.get(3));
        int places = width * height;
        float[] values = array.toFloatArray();
        List<RgbImage> images = new ArrayList<>();
        for (int n = 0; n < shape.get(0); n++) {
            byte[] rgb = new byte[3 * places];
            for (int colour = 0; colour < 3; colour++) {
                int start = (3 * n + colour) * places;
                for (int i = 0; i < places; i++) {
                    float value = Math.max(-1, Math.min(1, values[start + i]));
                    rgb[3 * i + colour] = (byte) Math.round(value * HALF + HALF);
                }
            }
            images.add(new RgbImage(width, height, rgb));
        }
        return images;
    }
}
