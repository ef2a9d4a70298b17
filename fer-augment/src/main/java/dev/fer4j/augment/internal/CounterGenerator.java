package dev.fer4j.augment.internal;

/**
 * Random bits by number instead of by turn: SplitMix64 (Steele, Lea and Flood 2014, "Fast
 * splittable pseudorandom number generators"), whose n-th output needs no earlier one. So pixels
 * may be computed in any order and the processor overlaps their computation.
 */
public final class CounterGenerator {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private CounterGenerator() {}

    /** The 64 bits of a number in the sequence of a seed. */
    public static long bits(long seed, long number) {
        long z = seed + (number + 1) * GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
