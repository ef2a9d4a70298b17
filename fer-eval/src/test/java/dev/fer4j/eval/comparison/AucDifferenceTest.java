package dev.fer4j.eval.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.inference.AucDifference;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AucDifferenceTest {

    private static AucDifference difference(Predictions condition, Predictions reference) {
        StudyPlan plan =
                new StudyPlan(
                        Condition.STANDARD.subList(0, 2),
                        List.of(CategorySplit.paper()),
                        List.of(new Seed(1)));
        TrainingHistory none = new TrainingHistory(List.of(), 0);
        StudyResult study =
                new StudyResult(
                        plan,
                        List.of(
                                new CellResult(plan.cells().get(0), none, reference, reference),
                                new CellResult(plan.cells().get(1), none, condition, condition)),
                        0);
        TestAucs aucs = new TestAucs(study, CategorySplit.paper(), EvaluationUnit.IMAGE);
        return AucDifference.of(
                aucs.metrics(Condition.BASELINE_YOUTUBE), aucs.metrics(Condition.BASELINE));
    }

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
    void theDirectionIsConditionMinusReference() {
        Predictions good = MadeUpStudy.predictions(new Seed(2), 2, 20, 6, 5);
        Predictions bad = MadeUpStudy.predictions(new Seed(3), 0.1, 20, 6, 5);

        AucDifference better = difference(good, bad);
        AucDifference worse = difference(bad, good);

        assertThat(better.isAboveZero()).isTrue();
        assertThat(worse.isBelowZero()).isTrue();
        assertThat(worse.interval().result().orElseThrow().lower())
                .isCloseTo(-better.interval().result().orElseThrow().upper(), within(1e-12));
        assertThat(better.toText()).matches("\\+0\\.\\d{3} \\(95% interval .* 20 participants\\)");
    }

    @Test
    void modelsThatRankAlikeHaveADifferenceAndNoTest() {
        Predictions test = MadeUpStudy.predictions(new Seed(2), 0.5, 8, 5, 10);

        AucDifference result = difference(test, test);

        assertThat(result.difference().value()).contains(0.0);
        assertThat(result.test().undefinedBecause()).isPresent();
        assertThat(result.toText()).startsWith("+0.000 (no interval: the standard error is zero");
    }

    @Test
    void oneParticipantHasADifferenceAndNoInterval() {
        Predictions test = images("a+", 0.6, "a-", 0.5);

        AucDifference result = difference(test, test);

        assertThat(result.difference().value()).contains(0.0);
        assertThat(result.toText()).contains("no interval: one participant cannot be left out");
    }

    @Test
    void oneClassOrNothingIsUndefined() {
        Map.of(
                        images("a+", 0.6, "b+", 0.5), "all 2 samples are of the positive class",
                        images("a-", 0.6), "no sample of 1 is of the positive class",
                        images(), "there are no samples")
                .forEach(
                        (test, reason) -> {
                            AucDifference result = difference(test, test);

                            assertThat(result.difference().undefinedBecause()).contains(reason);
                            assertThat(result.toText()).startsWith("undefined: ");
                        });
    }

    @Test
    void refusesOtherSamples() {
        Predictions test = images("a+", 0.6, "b-", 0.5);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> difference(test, images("a+", 0.6)))
                .withMessage("2 samples cannot be compared with 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> difference(test, images("a+", 0.6, "c-", 0.5)))
                .withMessageContaining("c-2 and b-2");
    }
}
