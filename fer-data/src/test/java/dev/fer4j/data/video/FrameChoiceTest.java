package dev.fer4j.data.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class FrameChoiceTest {

    /** Passing over instants at which no frame begins must not pass over a frame. */
    @RepeatedTest(20)
    void eachFrameOnceIsAllFramesWithoutRepetition(RepetitionInfo repetition) {
        RandomGenerator random =
                new Seed(7).derive("times" + repetition.getCurrentRepetition()).generator();
        List<Double> starts = new ArrayList<>(List.of(0.0));
        for (int i = 1; i < 40; i++) {
            double step = random.nextInt(4) == 0 ? 0.04 : 2 * random.nextDouble();
            starts.add(starts.get(i - 1) + step);
        }
        FrameTimes times = new FrameTimes(starts, starts.get(39) + random.nextDouble());
        for (double seconds : new double[] {0.01, 0.04, 0.3, 1, 5, 100}) {
            SamplingRule rule = SamplingRule.of(new SamplingRule.EverySeconds(seconds));

            assertThat(rule.withTooFew(SamplingRule.TooFew.FEWER).indices(times))
                    .as("every %s s", seconds)
                    .isEqualTo(rule.indices(times).stream().distinct().toList());
        }
    }
}
