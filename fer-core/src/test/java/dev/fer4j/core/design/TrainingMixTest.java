package dev.fer4j.core.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingMixTest {

    @Test
    void everySourceIsWholeAndOnceUnlessSaidOtherwise() {
        assertThat(TrainingMix.ALL.cap("youtube")).isEmpty();
        assertThat(TrainingMix.ALL.weight("youtube")).isEqualTo(1);
        assertThat(new Condition("x", "X", "baseline", List.of()).mix()).isEqualTo(TrainingMix.ALL);
    }

    @Test
    void keepsWhatIsNotChanged() {
        TrainingMix mix =
                TrainingMix.ALL
                        .withCap("youtube", 500)
                        .withWeight("stylegan2", 0.5)
                        .withSeed(new Seed(3));

        assertThat(mix.cap("youtube")).contains(500);
        assertThat(mix.cap("stylegan2")).isEmpty();
        assertThat(mix.weight("stylegan2")).isEqualTo(0.5);
        assertThat(mix.withCap("youtube", 600).cap("youtube")).contains(600);
        assertThat(mix.withCap("baseline", 600).seed()).isEqualTo(new Seed(3));
        assertThat(mix.withSources(List.of("youtube")))
                .isEqualTo(TrainingMix.ALL.withCap("youtube", 500).withSeed(new Seed(3)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1001})
    void weightThatIsNoneIsRefused(double weight) {
        assertThatThrownBy(() -> TrainingMix.ALL.withWeight("youtube", weight))
                .hasMessageContaining("youtube")
                .hasMessageContaining(Double.toString(weight));
    }

    @Test
    void capOfNothingIsRefused() {
        assertThatThrownBy(() -> TrainingMix.ALL.withCap("youtube", 0))
                .hasMessageContaining("youtube")
                .hasMessageContaining("at least 1");
    }

    @Test
    void equalMixesReadTheSameWhateverTheirOrder() {
        TrainingMix one = TrainingMix.ALL.withCap("a", 1).withCap("b", 2);
        TrainingMix other = TrainingMix.ALL.withCap("b", 2).withCap("a", 1);
        assertThat(one).isEqualTo(other).hasToString(other.toString());
    }

    @Test
    void aControlIsWrittenWithTheConditionThatItIsEqualTo() {
        String json =
                Json.line(
                        Condition.BASELINE.likeInSize(
                                Condition.BASELINE_YOUTUBE, Control.Means.AUGMENTED));
        assertThat(json)
                .contains("\"means\":\"AUGMENTED\"")
                .contains("\"like\":{\"id\":\"baseline-youtube\"");
        assertThat(Json.parse(json, Condition.class, "here").isControl()).isTrue();
    }
}
