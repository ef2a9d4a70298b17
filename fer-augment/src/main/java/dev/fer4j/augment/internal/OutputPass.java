package dev.fer4j.augment.internal;

/** The last pass: adds noise to a row, rounds it and clips it. */
public final class OutputPass {

    /** The number of values that share 64 random bits. */
    static final int GROUP = 8;

    private static final int MASK = NormalQuantiles.COUNT - 1;
    private static final float ROUND = 0.5f;

    private final int length;
    private final long seed;

    /** The two values of each pair, multiplied by sigma, plus a half for rounding. */
    private final float[] first;

    private final float[] second;

    /** A row of the result, padded to whole groups. */
    private final byte[] line;

    /**
     * Prepares a pass.
     *
     * @param length the length of the rows: three times the image's width
     */
    public OutputPass(double sigma, long seed, int length) {
        this.length = length;
        this.seed = seed;
        this.line = new byte[padded(length)];
        int pairs = sigma == 0 ? 0 : NormalQuantiles.COUNT;
        this.first = new float[pairs];
        this.second = new float[pairs];
        for (int i = 0; i < pairs; i++) {
            first[i] = (float) (sigma * NormalQuantiles.first(i)) + ROUND;
            second[i] = (float) (sigma * NormalQuantiles.second(i)) + ROUND;
        }
    }

    /** The length of a row's array, padded to whole groups. */
    public static int padded(int length) {
        return (length + GROUP - 1) / GROUP * GROUP;
    }

    /** The index of a row's first group. */
    static long group(int y, int length) {
        return (long) y * (padded(length) / GROUP);
    }

    /**
     * Writes a row.
     *
     * @param row padded
     */
    public void write(float[] row, int y, byte[] rgb) {
        if (first.length == 0) {
            for (int i = 0; i < row.length; i++) {
                line[i] = level(row[i] + ROUND);
            }
        } else {
            noise(row, group(y, length));
        }
        System.arraycopy(line, 0, rgb, y * length, length);
    }

    private void noise(float[] row, long firstGroup) {
        long group = firstGroup;
        byte[] out = line;
        for (int i = 0; i < row.length - (GROUP - 1); i += GROUP) {
            long bits = CounterGenerator.bits(seed, group++);
            int a = (int) bits & MASK;
            int b = (int) (bits >> 16) & MASK;
            int c = (int) (bits >> 32) & MASK;
            int d = (int) (bits >> 48) & MASK;
            out[i] = level(row[i] + first[a]);
            out[i + 1] = level(row[i + 1] + first[c]);
            out[i + 2] = level(row[i + 2] + second[a]);
            out[i + 3] = level(row[i + 3] + second[c]);
            out[i + 4] = level(row[i + 4] + first[b]);
            out[i + 5] = level(row[i + 5] + first[d]);
            out[i + 6] = level(row[i + 6] + second[b]);
            out[i + 7] = level(row[i + 7] + second[d]);
        }
    }

    private static byte level(float value) {
        int level = (int) value;
        // Faster than Math.min and Math.max, since few values need clipping.
        return (byte) ((level & ~0xff) == 0 ? level : level < 0 ? 0 : 255);
    }
}
