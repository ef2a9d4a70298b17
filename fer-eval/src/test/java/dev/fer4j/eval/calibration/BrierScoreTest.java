package dev.fer4j.eval.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Seed;
import dev.fer4j.eval.metric.Outcome;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrierScoreTest {

    @Test
    void alwaysSayingThePrevalenceHasNoSkill() {
        BrierScore score =
                BrierScore.of(
                        new boolean[] {true, false, true, true},
                        new double[] {0.75, 0.75, 0.75, 0.75});

        assertThat(score.score().value()).contains(0.1875);
        assertThat(score.uncertainty().value()).contains(0.1875);
        assertThat(score.skill().value()).contains(0.0);
    }

    @Test
    void aPerfectForecastHasSkillOne() {
        BrierScore score = BrierScore.of(new boolean[] {true, false}, new double[] {1, 0});

        assertThat(score.score().value()).contains(0.0);
        assertThat(score.skill().value()).contains(1.0);
    }

    @Test
    void oneClassHasAScoreButNoSkill() {
        BrierScore score = BrierScore.of(new boolean[] {true, true}, new double[] {0.5, 1});

        assertThat(score.score().value()).contains(0.125);
        assertThat(score.skill().undefinedBecause())
                .hasValueSatisfying(reason -> assertThat(reason).contains("of one class"));
    }

    @Test
    void nothingHasNoScoreAndNoParts() {
        BrierScore score = BrierScore.of(new boolean[] {}, new double[] {});

        assertThat(score.score()).isEqualTo(Outcome.undefined("there are no samples"));
        assertThat(score.skill()).isEqualTo(Outcome.undefined("there are no samples"));
        assertThat(BrierDecomposition.of(new boolean[] {}, new double[] {}, Binning.defaults()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void thePartsAddUpToTheScore(long seed) {
        RandomGenerator random = new Seed(seed).generator();
        boolean[] positives = new boolean[300];
        double[] probabilities = new double[300];
        for (int i = 0; i < positives.length; i++) {
            probabilities[i] = random.nextDouble();
            positives[i] = random.nextDouble() < probabilities[i];
        }
        double score = BrierScore.of(positives, probabilities).score().value().orElseThrow();

        for (Binning binning : new Binning[] {Binning.defaults(), Binning.equalFrequency(7)}) {
            BrierDecomposition parts =
                    BrierDecomposition.of(positives, probabilities, binning).orElseThrow();
            assertThat(parts.total()).isCloseTo(score, within(1e-14));
            assertThat(parts.resolution()).isBetween(0.0, parts.uncertainty());
        }
    }

    @Test
    void binsOfOneProbabilityHideNothing() {
        BrierDecomposition parts =
                BrierDecomposition.of(
                                new boolean[] {true, false, true, true},
                                new double[] {0.25, 0.25, 0.75, 0.75},
                                Binning.defaults())
                        .orElseThrow();

        assertThat(parts.within()).isCloseTo(0, within(1e-15));
        assertThat(parts.reliability()).isCloseTo(0.0625, within(1e-15));
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrierScore.of(new boolean[] {true}, new double[] {2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrierScore.of(new boolean[] {true}, new double[] {}));
    }
}
