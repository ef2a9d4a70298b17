package dev.fer4j.eval;

/**
 * Random integers that {@code src/test/python/metric_reference.py} can make too (G. L. Steele, D.
 * Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
 */
public final class SplitMix64 {

    private long state;

    public SplitMix64(long seed) {
        state = seed;
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public int below(int bound) {
        return (int) ((next() >>> 1) % bound);
    }

    /** In [0, 1), in steps of 2⁻⁵³. */
    public double uniform() {
        return (next() >>> 11) * 0x1p-53;
    }
}
