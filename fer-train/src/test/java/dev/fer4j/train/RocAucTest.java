package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RocAucTest {

    private static List<Score.Entry> random(long seed, int count) {
        Random random = new Random(seed);
        List<Score.Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Few values, so that there are many ties.
            entries.add(
                    new Score.Entry(
                            random.nextInt(6), random.nextInt(2), 0.5f * random.nextInt(4)));
        }
        return entries;
    }

    @Test
    void equalsTheCountOverAllPairs() {
        for (long seed = 0; seed < 20; seed++) {
            List<Score.Entry> entries = random(seed, 40);
            double wins = 0;
            double pairs = 0;
            for (Score.Entry positive : entries) {
                for (Score.Entry negative : entries) {
                    if (positive.isPositive() && !negative.isPositive()) {
                        double weight = (double) positive.weight() * negative.weight();
                        pairs += weight;
                        wins += weight * (Math.signum(positive.logit() - negative.logit()) + 1) / 2;
                    }
                }
            }
            assertThat(RocAuc.of(entries).orElseThrow()).isCloseTo(wins / pairs, within(1e-12));
        }
    }

    @Test
    void isUndefinedForOneClass() {
        assertThat(RocAuc.of(List.of(new Score.Entry(1, 1, 1), new Score.Entry(2, 1, 1))))
                .isEmpty();
        assertThat(RocAuc.of(List.of())).isEmpty();
    }

    @Test
    void isNotFlippedToExceedOneHalf() {
        assertThat(RocAuc.of(List.of(new Score.Entry(1, 1, 1), new Score.Entry(2, 0, 1))))
                .contains(0.0);
    }
}
