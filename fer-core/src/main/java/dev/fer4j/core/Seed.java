package dev.fer4j.core;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The seed of a pseudorandom sequence, from which independent seeds are derived by purpose.
 *
 * <p>Derivations with the same purpose and numbers are equal on every machine; otherwise they are
 * statistically independent. Random values therefore depend on <em>their use</em> (root seed,
 * purpose, sample, epoch), never on the order in which threads request them.
 *
 * @param value the seed
 */
public record Seed(long value) {

    /**
     * Derives a seed for a purpose.
     *
     * @param purpose the use of the random numbers, for example {@code "shuffle"} or a sample id
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

    /** Returns a new generator (L64X128MixRandom) initialized with this seed. */
    public RandomGenerator generator() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(value);
    }
}
