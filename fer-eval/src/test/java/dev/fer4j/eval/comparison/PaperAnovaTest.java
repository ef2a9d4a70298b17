package dev.fer4j.eval.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.io.Json;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.anova.OneWayAnova;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaperAnovaTest {

    @Test
    void hasThePapersDegreesOfFreedom() {
        PaperAnova anova = PaperAnova.of(equallyGood(1), new Seed(1));

        OneWayAnova result = anova.runs().get(0).anova().result().orElseThrow();
        assertThat(result.dfBetween()).isEqualTo(2);
        assertThat(result.dfWithin()).isEqualTo(297);
        assertThat(anova.replicates()).isEqualTo(100);
        assertThat(anova.runs().get(0).conditions())
                .extracting(PaperAnova.Replicates::condition)
                .containsExactly("baseline", "baseline-youtube", "baseline-stylegan2");
    }

    /** What the warning says, and why it is printed. */
    @Test
    void rejectsAlmostSurelyForEquallyGoodModels() {
        long rejected =
                IntStream.rangeClosed(1, 20)
                        .mapToObj(study -> PaperAnova.of(equallyGood(study), new Seed(study)))
                        .map(anova -> anova.runs().get(0).anova().result().orElseThrow())
                        .filter(result -> result.p() < 0.001)
                        .count();

        assertThat(rejected).isGreaterThanOrEqualTo(19);
    }

    /** Three models of the same skill; only their noise differs. */
    private static StudyResult equallyGood(long seed) {
        StudyPlan plan =
                new StudyPlan(
                        Condition.STANDARD.subList(0, 3),
                        List.of(CategorySplit.paper()),
                        List.of(new Seed(seed)));
        return new StudyResult(
                plan,
                plan.cells().stream().map(cell -> MadeUpStudy.result(cell, 0.5, 1)).toList(),
                0);
    }

    @Test
    void isTheSameForTheSameSeed() {
        StudyResult study = equallyGood(1);

        assertThat(PaperAnova.of(study, new Seed(3))).isEqualTo(PaperAnova.of(study, new Seed(3)));
        assertThat(PaperAnova.of(study, new Seed(3)))
                .isNotEqualTo(PaperAnova.of(study, new Seed(4)));
    }

    @Test
    void carriesItsWarningInEveryForm() {
        PaperAnova anova = PaperAnova.of(equallyGood(1), new Seed(1));

        assertThat(anova.warning()).contains("pseudo-replication").contains("equally good");
        assertThat(anova.toText()).startsWith(PaperAnova.WARNING);
        assertThat(Json.line(anova)).startsWith("{\"warning\":\"This is not a valid test");
    }

    @Test
    void resamplesOfOneClassAreRedrawnAndCounted() {
        StudyResult study = study(Label.INTERESTED, Label.NOT_INTERESTED, Label.INTERESTED);

        PaperAnova.Run run = PaperAnova.of(study, new Seed(1)).runs().get(0);

        // 9 of 27 resamples of three images have one class only.
        assertThat(run.redrawn()).isBetween(50L, 300L);
    }

    @Test
    void saysWhyThereIsNoneForOneClass() {
        StudyResult study = study(Label.INTERESTED, Label.INTERESTED);

        PaperAnova.Run run = PaperAnova.of(study, new Seed(1)).runs().get(0);

        assertThat(run.anova())
                .isEqualTo(
                        Finding.undefined("baseline: the test samples are of one class, or none"));
    }

    private static StudyResult study(Label... labels) {
        Predictions images =
                new Predictions(
                        IntStream.range(0, labels.length)
                                .mapToObj(
                                        i ->
                                                new Prediction(
                                                        "s" + i, labels[i], 0.1 * i, "r" + i, "p",
                                                        Map.of()))
                                .toList());
        TrainingHistory none = new TrainingHistory(List.of(), 0);
        List<CellResult> cells =
                MadeUpStudy.PAPER_PLAN.cells().stream()
                        .map((Cell cell) -> new CellResult(cell, none, images, images))
                        .toList();
        return new StudyResult(MadeUpStudy.PAPER_PLAN, cells, 0);
    }
}
