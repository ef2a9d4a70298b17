package dev.fer4j.data.composition;

import java.util.Random;

/** Fingerprints without files. */
final class Fingerprints {

    private Fingerprints() {}

    /** Of random pixels: those of different seeds are no near-duplicates. */
    static ImageFingerprint random(long seed) {
        return new ImageFingerprint(luma(seed));
    }

    /** As {@link #random}, with a few pixels changed: a near-duplicate of it. */
    static ImageFingerprint touched(long seed) {
        byte[] luma = luma(seed);
        for (int i = 0; i < 3; i++) {
            luma[100 * i] = (byte) (luma[100 * i] ^ 2);
        }
        return new ImageFingerprint(luma);
    }

    private static byte[] luma(long seed) {
        byte[] luma = new byte[32 * 32];
        new Random(seed).nextBytes(luma);
        return luma;
    }
}
