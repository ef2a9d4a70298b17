package dev.fer4j.data.composition;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.InputException;
import dev.fer4j.core.RgbImage;
import dev.fer4j.data.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A fingerprint that identifies an image after re-encoding, resizing or a change of brightness: a
 * thumbnail and its perceptual hash, about 1.1 KB. Immutable.
 *
 * <p>The thumbnail has 32 × 32 pixels: the image is resized by {@link ImageFiles#resize} (area
 * averages unless a side is below 32 pixels, without preserving the aspect ratio) and converted to
 * luma, 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601), rounded to 0 to 255. The hash is the
 * 64-bit DCT hash of Zauner (2010), known as pHash: bit {@code 8 · (v − 1) + (u − 1)} is set if the
 * DCT-II coefficient of vertical frequency v and horizontal frequency u, both 1 to 8, exceeds the
 * median of the 64.
 */
public final class ImageFingerprint {

    private static final int PIXELS = PerceptualHash.SIDE * PerceptualHash.SIDE;

    private final byte[] luma;
    private final long hash;
    private final long sum;
    private final double deviation;

    /**
     * Creates the fingerprint of a thumbnail.
     *
     * @param luma 32 × 32 unsigned bytes, row by row; not copied, so it must not be modified
     *     afterwards
     */
    ImageFingerprint(byte[] luma) {
        checkArgument(luma.length == PIXELS, "%s values for 32 × 32 pixels", luma.length);
        this.luma = luma;
        this.hash = PerceptualHash.of(luma);
        long total = 0;
        for (byte value : luma) {
            total += value & 0xff;
        }
        this.sum = total;
        this.deviation = Math.sqrt((double) (PIXELS * product(luma, luma) - total * total));
    }

    /**
     * Computes the fingerprint of an image file.
     *
     * @throws InputException as {@link ImageFiles#read} does
     * @throws IOException if the file cannot be opened
     */
    public static ImageFingerprint of(Path file) throws IOException {
        return of(ImageFiles.read(file));
    }

    public static ImageFingerprint of(RgbImage image) {
        byte[] rgb = ImageFiles.resize(image, PerceptualHash.SIDE, PerceptualHash.SIDE).rgb();
        byte[] luma = new byte[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            int red = rgb[3 * i] & 0xff;
            int green = rgb[3 * i + 1] & 0xff;
            int blue = rgb[3 * i + 2] & 0xff;
            luma[i] = (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
        }
        return new ImageFingerprint(luma);
    }

    /** The 64-bit DCT hash. */
    public long hash() {
        return hash;
    }

    /** The Hamming distance of the hashes, 0 to 64. */
    public int distance(ImageFingerprint other) {
        return Long.bitCount(hash ^ other.hash);
    }

    /**
     * Pearson's correlation of the luma of the two thumbnails, −1 to 1. It does not depend on
     * brightness and contrast. It is 0 if one of them has uniform luma, for which the correlation
     * is undefined.
     */
    public double correlation(ImageFingerprint other) {
        if (deviation == 0 || other.deviation == 0) {
            return 0;
        }
        long covariance = PIXELS * product(luma, other.luma) - sum * other.sum;
        return (double) covariance / (deviation * other.deviation);
    }

    private static long product(byte[] a, byte[] b) {
        int total = 0;
        for (int i = 0; i < PIXELS; i++) {
            total += (a[i] & 0xff) * (b[i] & 0xff);
        }
        return total;
    }
}
