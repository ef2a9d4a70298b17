package dev.fer4j.core;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A root of randomness from which independent seeds are derived by purpose.
 *
 * <p>Two derivations with the same purpose and numbers are equal on every machine; with different
 * ones they are unrelated. So what is random depends on <em>what it is for</em> (root seed,
 * purpose, sample, epoch), never on the order in which threads ask.
 *
 * @param value the seed
 */
public record Seed(long value) {

    /**
     * Derives a seed for a purpose.
     *
     * @param purpose what the randomness is for, for example {@code "shuffle"} or a sample id
     * @param numbers further coordinates, for example epoch and step
     */
    public Seed derive(String purpose, long... numbers) {
        var hasher = Hashing.murmur3_128().newHasher().putLong(value);
        hasher.putInt(purpose.length()).putString(purpose, StandardCharsets.UTF_8);
        for (long number : numbers) {
            hasher.putLong(number);
        }
        return new Seed(hasher.hash().asLong());
    }

    /** A fresh generator (L64X128MixRandom) that starts from this seed. */
    public RandomGenerator generator() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(value);
    }
}
