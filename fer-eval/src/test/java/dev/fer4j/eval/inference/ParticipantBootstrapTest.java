package dev.fer4j.eval.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.MadeUpStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParticipantBootstrapTest {

    private static final ParticipantBootstrap BOOTSTRAP = new ParticipantBootstrap(new Seed(1));

    /** Images named by participant and class: {@code a+} is a positive one of participant a. */
    private static Predictions images(Object... namesAndScores) {
        List<Prediction> all = new ArrayList<>();
        for (int i = 0; i < namesAndScores.length; i += 2) {
            String name = (String) namesAndScores[i];
            all.add(
                    new Prediction(
                            name + i,
                            name.endsWith("+") ? Label.INTERESTED : Label.NOT_INTERESTED,
                            (double) namesAndScores[i + 1],
                            name,
                            name.substring(0, 1),
                            Map.of()));
        }
        return new Predictions(all);
    }

    @Test
    void drawsWholeParticipants() {
        // Participant a is ranked rightly by the condition only, b by the reference only; scores
        // of a lie below those of b, so between the two one pair of each direction counts.
        Predictions condition = images("a+", 0.2, "a-", 0.1, "b+", 0.8, "b-", 0.9);
        Predictions reference = images("a+", 0.1, "a-", 0.2, "b+", 0.8, "b-", 0.7);

        AucDifference result = BOOTSTRAP.difference(condition, reference);

        // Possible resamples: aa (1 − 0), bb (0 − 1), ab (0.5 − 0.5), with shares 1/4, 1/4, 1/2.
        assertThat(result.difference().value()).contains(0.0);
        assertThat(result.lower().value()).contains(-1.0);
        assertThat(result.upper().value()).contains(1.0);
        assertThat(result.participants()).isEqualTo(2);
        assertThat(result.replicates()).isEqualTo(2000);
        assertThat(result.redrawn()).isZero();
        assertThat(result.isAboveZero()).isFalse();
        assertThat(result.isBelowZero()).isFalse();
    }

    @Test
    void aModelDoesNotDifferFromItself() {
        Predictions test = MadeUpStudy.predictions(new Seed(2), 0.5, 8, 5, 10);

        AucDifference result = BOOTSTRAP.difference(test, test);

        assertThat(result.difference().value()).contains(0.0);
        assertThat(result.lower().value()).contains(0.0);
        assertThat(result.upper().value()).contains(0.0);
    }

    @Test
    void theDirectionIsConditionMinusReference() {
        Predictions good = MadeUpStudy.predictions(new Seed(2), 2, 20, 6, 5);
        Predictions bad = MadeUpStudy.predictions(new Seed(3), 0.1, 20, 6, 5);

        AucDifference better = BOOTSTRAP.difference(good, bad);
        AucDifference worse = BOOTSTRAP.difference(bad, good);

        assertThat(better.isAboveZero()).isTrue();
        assertThat(worse.isBelowZero()).isTrue();
        assertThat(worse.lower().value().orElseThrow())
                .isCloseTo(-better.upper().value().orElseThrow(), within(1e-12));
        assertThat(better.toText()).matches("\\+0\\.\\d{3} \\(95% interval .* 20 participants\\)");
    }

    @Test
    void resamplesOfOneClassAreRedrawnAndCounted() {
        Predictions condition = images("a+", 0.6, "b-", 0.5);
        Predictions reference = images("a+", 0.4, "b-", 0.5);

        AucDifference result = BOOTSTRAP.difference(condition, reference);

        assertThat(result.redrawn()).isBetween(1500L, 2500L);
        assertThat(result.lower().value()).contains(1.0);
        assertThat(result.upper().value()).contains(1.0);
    }

    @Test
    void oneParticipantHasADifferenceAndNoInterval() {
        Predictions test = images("a+", 0.6, "a-", 0.5);

        AucDifference result = BOOTSTRAP.difference(test, test);

        assertThat(result.difference().value()).contains(0.0);
        assertThat(result.lower().undefinedBecause()).isPresent();
        assertThat(result.toText()).contains("no interval");
    }

    @Test
    void oneClassOrNothingIsUndefined() {
        for (Predictions test : List.of(images("a+", 0.6, "b+", 0.5), images())) {
            AucDifference result = BOOTSTRAP.difference(test, test);

            assertThat(result.difference().undefinedBecause())
                    .contains("the test samples are of one class, or there are none");
            assertThat(result.toText()).startsWith("undefined: ");
        }
    }

    @Test
    void isTheSameForTheSameSeed() {
        Predictions first = MadeUpStudy.predictions(new Seed(2), 0.5, 8, 5, 10);
        Predictions second = MadeUpStudy.predictions(new Seed(3), 0.5, 8, 5, 10);

        AucDifference result = BOOTSTRAP.difference(first, second);

        assertThat(new ParticipantBootstrap(new Seed(1)).difference(first, second))
                .isEqualTo(result);
        assertThat(new ParticipantBootstrap(new Seed(9)).difference(first, second))
                .isNotEqualTo(result);
    }

    @Test
    void refusesOtherSamplesAndTooFewReplicates() {
        Predictions test = images("a+", 0.6, "b-", 0.5);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOOTSTRAP.difference(test, images("a+", 0.6)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOOTSTRAP.difference(test, images("a+", 0.6, "c-", 0.5)))
                .withMessageContaining("b-2 and c-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParticipantBootstrap(10, new Seed(1)));
    }
}
