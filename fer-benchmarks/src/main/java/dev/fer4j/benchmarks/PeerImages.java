package dev.fer4j.benchmarks;

import java.nio.ByteBuffer;

/** The images of {@code xception_torch.py} and {@code keras_torch.py}: stripes and noise. */
public final class PeerImages {

    private PeerImages() {}

    /** Pixels {@code (count, size, size, 3)} in a direct buffer. */
    public static ByteBuffer pixels(int count, int size) {
        ByteBuffer pixels = ByteBuffer.allocateDirect(count * size * size * 3);
        int index = 0;
        for (int n = 0; n < count; n++) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    int stripes = (y * (2 + n) + x * (3 + 2 * n)) % 128;
                    for (int c = 0; c < 3; c++) {
                        pixels.put((byte) (stripes + noise(index++)));
                    }
                }
            }
        }
        return pixels.flip();
    }

    /** Pseudo-random noise, 0 to 127. */
    private static int noise(int index) {
        int mixed = index * (int) 2654435761L;
        return ((mixed ^ (mixed >>> 15)) * (int) 2246822519L) >>> 25;
    }
}
