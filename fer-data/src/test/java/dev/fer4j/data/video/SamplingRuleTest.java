package dev.fer4j.data.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Doubles;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.video.SamplingRule.Axis;
import dev.fer4j.data.video.SamplingRule.BinCentres;
import dev.fer4j.data.video.SamplingRule.EqualIntervals;
import dev.fer4j.data.video.SamplingRule.EverySeconds;
import dev.fer4j.data.video.SamplingRule.TooFew;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingRuleTest {

    private static FrameTimes frames(long count) {
        return FrameTimes.constant(count, 25);
    }

    /** Two seconds at one frame a second, then two at four. */
    private static final FrameTimes VARIABLE =
            new FrameTimes(Doubles.asList(0, 1, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 3.75), 4);

    @Test
    void paperTakesTenFrames() {
        assertThat(SamplingRule.paper().indices(frames(100)))
                .containsExactly(0L, 10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L);
        assertThat(SamplingRule.paper().indices(frames(1))).containsOnly(0L).hasSize(10);
    }

    @Test
    void binCentresTakeTheMiddleOfEachPart() {
        assertThat(SamplingRule.of(new BinCentres(5)).indices(frames(50)))
                .containsExactly(5L, 15L, 25L, 35L, 45L);
        assertThat(SamplingRule.of(new BinCentres(1)).indices(frames(5))).containsExactly(2L);
    }

    @Test
    void everySecondsTakesTheFrameThatIsShownThen() {
        assertThat(SamplingRule.of(new EverySeconds(0.5)).indices(frames(50)))
                .containsExactly(0L, 12L, 25L, 37L);
        assertThat(SamplingRule.of(new EverySeconds(100)).indices(frames(50))).containsExactly(0L);
        assertThat(SamplingRule.of(new EverySeconds(1)).indices(VARIABLE))
                .containsExactly(0L, 1L, 2L, 6L);
    }

    @Test
    void variableFrameRateIsDividedByTimeUnlessFramesAreAskedFor() {
        SamplingRule four = SamplingRule.of(new EqualIntervals(4));
        assertThat(VARIABLE.isVariable()).isTrue();
        assertThat(four.indices(VARIABLE)).containsExactly(0L, 1L, 2L, 6L);
        assertThat(four.withAxis(Axis.FRAMES).indices(VARIABLE)).containsExactly(0L, 2L, 5L, 7L);
        assertThat(SamplingRule.of(new BinCentres(4)).indices(VARIABLE))
                .containsExactly(0L, 1L, 4L, 8L);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 15, 23.976, 25, 29.97, 30, 60})
    void constantFrameRateGivesTheSameByTimeAndByFrames(double rate) {
        for (int count = 1; count <= 90; count++) {
            FrameTimes times = FrameTimes.constant(count, rate);
            assertThat(times.isVariable()).isFalse();
            assertThat(SamplingRule.paper().withAxis(Axis.TIME).indices(times))
                    .isEqualTo(SamplingRule.paper().withAxis(Axis.FRAMES).indices(times));
        }
    }

    @Test
    void shortRecordingsKeepFewerFramesIfTheyMay() {
        assertThat(SamplingRule.paper().withTooFew(TooFew.FEWER).indices(frames(4)))
                .containsExactly(0L, 1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void indicesAscendAndStayInside(long seed) {
        RandomGenerator random = new Seed(seed).generator();
        for (int i = 0; i < 200; i++) {
            int count = 1 + random.nextInt(40);
            long frames = random.nextLong(1, 5_001);
            List<Long> indices = SamplingRule.of(new EqualIntervals(count)).indices(frames(frames));
            assertThat(indices).hasSize(count).isSorted().startsWith(0L);
            assertThat(indices.get(count - 1)).isLessThan(frames);
            if (frames >= count) {
                assertThat(indices).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void rulesAreWrittenAndReadBack() {
        for (SamplingRule rule :
                List.of(
                        SamplingRule.paper(),
                        SamplingRule.of(new BinCentres(3)).withAxis(Axis.TIME),
                        SamplingRule.of(new EverySeconds(0.5)).withTooFew(TooFew.FEWER))) {
            assertThat(Json.parse(Json.line(rule), SamplingRule.class, "test")).isEqualTo(rule);
        }
    }

    @Test
    void refusesEmptyRulesRecordingsAndContradictions() {
        assertThatThrownBy(() -> new EqualIntervals(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EverySeconds(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SamplingRule.paper().indices(frames(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SamplingRule.of(new EverySeconds(1)).withAxis(Axis.FRAMES))
                .hasMessageContaining("seconds");
    }
}
