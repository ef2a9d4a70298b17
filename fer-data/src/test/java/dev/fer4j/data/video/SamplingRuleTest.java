package dev.fer4j.data.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.Seed;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingRuleTest {

    @Test
    void paperTakesTenFrames() {
        assertThat(SamplingRule.PAPER.indices(100))
                .containsExactly(0L, 10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L);
        assertThat(SamplingRule.PAPER.indices(1)).containsOnly(0L).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void indicesAscendAndStayInside(long seed) {
        RandomGenerator random = new Seed(seed).generator();
        for (int i = 0; i < 200; i++) {
            int count = 1 + random.nextInt(40);
            long frames = random.nextLong(1, 5_001);
            List<Long> indices =
                    new SamplingRule(count, SamplingRule.Spacing.EQUAL_INTERVALS).indices(frames);
            assertThat(indices).hasSize(count).isSorted().startsWith(0L);
            assertThat(indices.get(count - 1)).isLessThan(frames);
            if (frames >= count) {
                assertThat(indices).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void refusesEmptyRulesAndRecordings() {
        assertThatThrownBy(() -> new SamplingRule(0, SamplingRule.Spacing.EQUAL_INTERVALS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SamplingRule.PAPER.indices(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
