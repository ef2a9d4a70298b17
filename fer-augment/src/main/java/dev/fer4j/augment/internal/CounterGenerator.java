package dev.fer4j.augment.internal;

/**
 * Counter-based random bits: SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom
 * number generators"), whose n-th output does not depend on earlier ones. Pixels can therefore be
 * computed in any order, and the processor overlaps their computation.
 */
public final class CounterGenerator {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private CounterGenerator() {}

    /** Returns the 64 bits at an index of a seed's sequence. */
    public static long bits(long seed, long number) {
        long z = seed + (number + 1) * GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
