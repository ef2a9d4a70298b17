package dev.fer4j.core.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTest {

    @Test
    void papersConditionsDifferInTheirTrainingSourcesOnly() {
        assertThat(Condition.STANDARD.stream().map(Condition::evaluationSource))
                .containsOnly("baseline");
        assertThat(Condition.ALL_SOURCES.trainingSources())
                .containsExactly("baseline", "youtube", "stylegan2");
    }

    @Test
    void sourceNamedTwiceIsRefused() {
        assertThatThrownBy(() -> new Condition("x", "X", "baseline", List.of("baseline")))
                .hasMessageContaining("baseline");
        assertThatThrownBy(() -> new Condition("x", "X", "baseline", List.of("a", "a")))
                .hasMessageContaining("[a, a]");
    }

    @Test
    void idThatIsNoFileNameIsRefused() {
        assertThatThrownBy(() -> new Condition("a/b", "X", "baseline", List.of()))
                .hasMessageContaining("a/b");
    }

    @Test
    void controlHasTheConditionsImagesAndTheOthersName() {
        Condition control =
                Condition.BASELINE.likeInSize(Condition.BASELINE_YOUTUBE, Control.Means.DUPLICATES);

        assertThat(control.id()).isEqualTo("baseline-duplicates-of-size-baseline-youtube");
        assertThat(control.title())
                .isEqualTo("Baseline, duplicated to the size of Baseline + YouTube");
        assertThat(control.trainingSources()).containsExactly("baseline");
        assertThat(control.isControl()).isTrue();
        assertThat(control.isControlOf(Condition.BASELINE_YOUTUBE)).isTrue();
        assertThat(control.isControlOf(Condition.BASELINE_STYLEGAN2)).isFalse();
        assertThat(Condition.BASELINE.isControl()).isFalse();
        for (Control.Means means : Control.Means.values()) {
            assertThat(Condition.BASELINE.likeInSize(Condition.ALL_SOURCES, means).title())
                    .startsWith("Baseline, ")
                    .endsWith(" Baseline + YouTube + StyleGAN2");
        }
    }

    @Test
    void controlKeepsCapsAndWeights() {
        TrainingMix mix = TrainingMix.ALL.withCap("baseline", 7).withWeight("baseline", 2);
        Condition control =
                Condition.BASELINE
                        .withMix(mix)
                        .likeInSize(Condition.BASELINE_YOUTUBE, Control.Means.UPDATES);

        assertThat(control.mix().caps()).isEqualTo(mix.caps());
        assertThat(control.mix().weights()).isEqualTo(mix.weights());
    }

    @Test
    void controlOfAControlIsRefused() {
        Condition control =
                Condition.BASELINE.likeInSize(Condition.BASELINE_YOUTUBE, Control.Means.UPDATES);
        assertThatThrownBy(() -> Condition.BASELINE.likeInSize(control, Control.Means.UPDATES))
                .hasMessageContaining("is itself a control");
    }

    @Test
    void controlUnderAnotherEvaluationSourceIsRefused() {
        Condition other = new Condition("other", "Other", "elsewhere", List.of());
        assertThatThrownBy(() -> other.likeInSize(Condition.BASELINE, Control.Means.UPDATES))
                .hasMessageContaining("another evaluation source");
    }

    @Test
    void mixOfASourceThatDoesNotTrainIsRefused() {
        TrainingMix mix = TrainingMix.ALL.withCap("youtube", 10).withWeight("yuotube", 2);
        assertThatThrownBy(() -> Condition.BASELINE_YOUTUBE.withMix(mix))
                .hasMessageContaining("[yuotube]");
        assertThat(
                        Condition.BASELINE.withMix(
                                mix.withSources(Condition.BASELINE.trainingSources())))
                .isEqualTo(Condition.BASELINE);
    }
}
