package dev.fer4j.augment;

/** Adds noise to a row, rounds it and clips it: the last thing that happens to a pixel. */
final class OutputPass {

    private static final int MASK = (1 << NormalQuantiles.BITS) - 1;

    private final float sigma;
    private final long seed;

    OutputPass(double sigma, long seed) {
        this.sigma = (float) sigma;
        this.seed = seed;
    }

    void write(float[] row, int y, byte[] rgb) {
        int start = y * row.length;
        if (sigma == 0) {
            for (int i = 0; i < row.length; i++) {
                rgb[start + i] = level(row[i]);
            }
            return;
        }
        float[] quantiles = NormalQuantiles.table();
        float scale = sigma;
        // Four values to each 64 bits; a row of its own numbers, so that rows need no order.
        long number = (long) y * ((row.length + 3) / 4);
        int i = 0;
        for (; i < row.length - 3; i += 4) {
            long bits = CounterGenerator.bits(seed, number++);
            rgb[start + i] = level(row[i] + scale * quantiles[(int) bits & MASK]);
            rgb[start + i + 1] = level(row[i + 1] + scale * quantiles[(int) (bits >> 16) & MASK]);
            rgb[start + i + 2] = level(row[i + 2] + scale * quantiles[(int) (bits >> 32) & MASK]);
            rgb[start + i + 3] = level(row[i + 3] + scale * quantiles[(int) (bits >> 48) & MASK]);
        }
        long bits = CounterGenerator.bits(seed, number);
        for (; i < row.length; i++) {
            rgb[start + i] = level(row[i] + scale * quantiles[(int) bits & MASK]);
            bits >>>= NormalQuantiles.BITS;
        }
    }

    private static byte level(float value) {
        int level = (int) (value + 0.5f);
        // Faster than Math.min and Math.max, since few values need it.
        return (byte) ((level & ~0xff) == 0 ? level : level < 0 ? 0 : 255);
    }
}
