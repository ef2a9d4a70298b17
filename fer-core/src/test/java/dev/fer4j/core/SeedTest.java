package dev.fer4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedTest {

    @Test
    void sameCoordinatesGiveTheSameSeed() {
        assertThat(new Seed(7).derive("shuffle", 3, 4))
                .isEqualTo(new Seed(7).derive("shuffle", 3, 4));
        assertThat(new Seed(7).derive("shuffle").generator().nextLong())
                .isEqualTo(new Seed(7).derive("shuffle").generator().nextLong());
    }

    @Test
    void derivationIsTheSameOnEveryMachine() {
        // A stored value: a change of it would change all results without any message.
        assertThat(new Seed(1).derive("weights").value()).isEqualTo(-5_233_761_812_426_482_560L);
    }

    @Test
    void purposeNumbersAndRootAllMatter() {
        Set<Seed> seeds = new HashSet<>();
        for (long root = 0; root < 10; root++) {
            for (String purpose : new String[] {"a", "b", "ab", "ba"}) {
                for (long number = 0; number < 10; number++) {
                    seeds.add(new Seed(root).derive(purpose, number));
                    seeds.add(new Seed(root).derive(purpose, number, 0));
                }
            }
        }
        assertThat(seeds).hasSize(10 * 4 * 10 * 2);
    }

    @Test
    void derivedBitsAreBalanced() {
        long ones = 0;
        for (int i = 0; i < 1000; i++) {
            ones += Long.bitCount(new Seed(1).derive("bits", i).value());
        }
        // 64,000 fair bits: a standard deviation of 126.
        assertThat(ones).isBetween(32_000L - 640, 32_000L + 640);
    }
}
