package dev.fer4j.augment.internal;

import dev.fer4j.core.RgbImage;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Adds noise to an otherwise unchanged image, eight bytes at a time. The result is that of {@link
 * OutputPass} except for ties in rounding.
 *
 * <p>Every other byte occupies one of four lanes of 16 bits, offset by 256 so that no sum is
 * negative. Bit 8 then marks values that need no clipping, and bit 9 values that are too bright.
 */
public final class ByteNoise {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVEN = 0x00ff00ff00ff00ffL;
    private static final long ONE_EACH = 0x0001000100010001L;
    private static final int RAISE = 256;
    private static final int MASK = NormalQuantiles.COUNT - 1;

    private ByteNoise() {}

    public static RgbImage apply(RgbImage image, double sigma, long seed) {
        int[] pairs = pairs(sigma);
        int length = 3 * image.width();
        byte[] rgb = new byte[image.rgb().length];
        byte[] line = new byte[OutputPass.padded(length)];
        for (int y = 0; y < image.height(); y++) {
            System.arraycopy(image.rgb(), y * length, line, 0, length);
            add(line, pairs, seed, OutputPass.group(y, length));
            System.arraycopy(line, 0, rgb, y * length, length);
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    private static void add(byte[] line, int[] pairs, long seed, long firstGroup) {
        long group = firstGroup;
        for (int i = 0; i < line.length - (OutputPass.GROUP - 1); i += OutputPass.GROUP) {
            long bits = CounterGenerator.bits(seed, group++);
            long eight = (long) EIGHT_BYTES.get(line, i);
            long even = pairs[(int) bits & MASK] | (long) pairs[(int) (bits >> 16) & MASK] << 32;
            long odd =
                    pairs[(int) (bits >> 32) & MASK]
                            | (long) pairs[(int) (bits >> 48) & MASK] << 32;
            EIGHT_BYTES.set(
                    line, i, clip((eight & EVEN) + even) | clip((eight >>> 8 & EVEN) + odd) << 8);
        }
    }

    private static long clip(long raised) {
        long inside = raised >>> 8 & ONE_EACH;
        long over = raised >>> 9 & ONE_EACH;
        return (raised & ((inside << 8) - inside)) | ((over << 8) - over);
    }

    /** Both values of each pair, rounded and offset. Beyond ±256, all sums are clipped alike. */
    private static int[] pairs(double sigma) {
        int[] pairs = new int[NormalQuantiles.COUNT];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] =
                    raised(sigma * NormalQuantiles.first(i))
                            | raised(sigma * NormalQuantiles.second(i)) << 16;
        }
        return pairs;
    }

    private static int raised(double noise) {
        return RAISE + Math.max(-RAISE, Math.min((int) Math.floor(noise + 0.5), RAISE - 1));
    }
}
