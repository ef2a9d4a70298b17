package dev.fer4j.eval.multiclass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.eval.calibration.Binning;
import dev.fer4j.eval.calibration.BrierScore;
import dev.fer4j.eval.calibration.LogLoss;
import dev.fer4j.eval.calibration.TemperatureFit;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.RocCurve;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassMetricsTest {

    private static final List<String> THREE = List.of("happy", "neutral", "sad");

    private static ClassScores withoutSad() {
        return ClassScores.ofProbabilities(
                THREE,
                new int[] {0, 1, 0},
                new double[][] {{0.6, 0.3, 0.1}, {0.2, 0.7, 0.1}, {0.1, 0.1, 0.8}});
    }

    @Test
    void anAbsentClassIsNamedAndNotLeftOut() {
        ClassScores scores = withoutSad();
        OneAgainstRest ranking = OneAgainstRest.of(scores);
        assertThat(ranking.classes().get(0).auc().value()).isPresent();
        for (Outcome outcome :
                List.of(
                        ranking.macroAuc(),
                        ranking.weightedAuc(),
                        ranking.macroAveragePrecision(),
                        HandTill.m(scores),
                        ClassConfusion.of(scores).balancedAccuracy())) {
            assertThat(outcome.undefinedBecause())
                    .hasValueSatisfying(r -> assertThat(r).contains("sad"));
        }
        // One sample is called sad, so that its F1 is 0 and not undefined.
        assertThat(ClassConfusion.of(scores).macroF1().value()).isPresent();
        assertThat(ClassConfusion.of(scores).f1(2)).isEqualTo(Outcome.of(0));
    }

    @Test
    void withoutSamplesNothingIsDefined() {
        ClassScores none = ClassScores.of(THREE, new int[0], new double[0][]);
        assertThat(HandTill.m(none)).isEqualTo(Outcome.undefined("there are no samples"));
        assertThat(ClassConfusion.of(none).accuracy().value()).isEmpty();
        assertThat(ClassConfusion.of(none).kappa(Agreement.LINEAR).value()).isEmpty();
        assertThat(ClassCalibration.of(none, Binning.defaults()).brier().value()).isEmpty();
        assertThat(ClassTemperature.fit(none).temperature()).isEmpty();
    }

    @Test
    void theFirstOfTheHighestScoresWins() {
        ClassScores tie = ClassScores.of(THREE, new int[] {2}, new double[][] {{1, 2, 2}});
        assertThat(tie.best(0)).isEqualTo(1);
    }

    @Test
    void farErrorsCountMoreForOrderedClasses() {
        List<String> ratings = List.of("1", "2", "3", "4", "5");
        int[] truth = {0, 1, 2, 3, 4, 0};
        ClassConfusion near = ClassConfusion.of(called(ratings, truth, 0, 1, 2, 3, 4, 1));
        ClassConfusion far = ClassConfusion.of(called(ratings, truth, 0, 1, 2, 3, 4, 4));
        assertThat(near.accuracy()).isEqualTo(far.accuracy());
        for (Agreement ordered : List.of(Agreement.LINEAR, Agreement.QUADRATIC)) {
            assertThat(near.kappa(ordered).value().orElseThrow())
                    .isGreaterThan(far.kappa(ordered).value().orElseThrow());
        }
    }

    private static ClassScores called(List<String> classes, int[] truth, int... called) {
        double[][] scores = new double[truth.length][classes.size()];
        for (int i = 0; i < truth.length; i++) {
            scores[i][called[i]] = 1;
        }
        return ClassScores.of(classes, truth, scores);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8, 20, 51, 77})
    void twoClassesHaveTheValuesOfTheirOwnMetrics(int number) {
        ClassScores any = MulticlassReferenceTest.input(number);
        boolean[] positives = new boolean[any.size()];
        double[] probabilities = new double[any.size()];
        int[] truth = new int[any.size()];
        double[][] both = new double[any.size()][];
        for (int i = 0; i < truth.length; i++) {
            positives[i] = any.truth(i) == 1;
            probabilities[i] = any.score(i, 1);
            truth[i] = positives[i] ? 1 : 0;
            both[i] = new double[] {1 - probabilities[i], probabilities[i]};
        }
        ClassScores two = ClassScores.ofProbabilities(List.of("no", "yes"), truth, both);
        double auc = RocCurve.of(positives, probabilities).auc().value().orElseThrow();
        assertThat(OneAgainstRest.of(two).classes().get(1).auc().value()).contains(auc);
        assertClose(HandTill.m(two), auc);
        assertClose(OneAgainstRest.of(two).macroAuc(), auc);
        ClassCalibration calibration = ClassCalibration.of(two, Binning.defaults());
        assertClose(
                calibration.brier(),
                2 * BrierScore.of(positives, probabilities).score().value().orElseThrow());
        assertClose(
                calibration.logLoss(),
                LogLoss.of(positives, probabilities).loss().value().orElseThrow());
        TemperatureFit fit = TemperatureFit.of(positives, probabilities);
        assertThat(ClassTemperature.fit(two).temperature().isPresent())
                .isEqualTo(fit.temperature().isPresent());
        fit.temperature()
                .ifPresent(
                        temperature -> {
                            assertThat(
                                            ClassTemperature.fit(two)
                                                    .temperature()
                                                    .orElseThrow()
                                                    .value())
                                    .isCloseTo(
                                            temperature.value(),
                                            within(1e-9 * temperature.value()));
                            assertThat(ClassTemperature.apply(temperature, two).score(0, 1))
                                    .isCloseTo(temperature.apply(probabilities[0]), within(1e-12));
                        });
    }

    private static void assertClose(Outcome actual, double expected) {
        assertThat(actual.value().orElseThrow()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void badInputIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassScores.of(List.of("a"), new int[0], new double[0][]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassScores.of(List.of("a", "a"), new int[0], new double[0][]))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassScores.of(THREE, new int[] {3}, new double[][] {{0, 0, 0}}))
                .withMessageContaining("class 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassScores.of(THREE, new int[] {0}, new double[][] {{0, 0}}));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ClassScores.of(
                                        THREE, new int[] {0}, new double[][] {{0, Double.NaN, 0}}));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ClassScores.ofProbabilities(
                                        THREE, new int[] {0}, new double[][] {{0.5, 0.5, 0.5}}))
                .withMessageContaining("sum");
    }
}
