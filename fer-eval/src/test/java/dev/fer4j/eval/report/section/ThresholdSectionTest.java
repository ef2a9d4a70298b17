package dev.fer4j.eval.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Label;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.metric.ThresholdRule;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdSectionTest {

    private static List<Table> tables(StudyResult study) {
        return new ThresholdSection(study)
                .section().blocks().stream()
                        .filter(Block.TableBlock.class::isInstance)
                        .map(block -> ((Block.TableBlock) block).table())
                        .toList();
    }

    private static ConfusionMatrix expected(CellResult cell) {
        Threshold threshold =
                ThresholdRule.maximalYouden().choose(cell.validation()).threshold().orElseThrow();
        return ConfusionMatrix.at(cell.test(), threshold.value());
    }

    @Test
    void testImagesAreCalledAtTheThresholdThatValidationChose() {
        StudyResult study = MadeUpStudy.of(MadeUpStudy.PAPER_PLAN, 1);
        ConfusionMatrix youTube = expected(study.cells().get(1));

        List<Table> tables = tables(study);

        assertThat(tables.get(0).rows().get(1))
                .startsWith("Baseline + YouTube")
                .endsWith(
                        youTube.accuracy().format(3),
                        youTube.majorityAccuracy().format(3),
                        youTube.balancedAccuracy().format(3),
                        youTube.recall().format(3),
                        youTube.specificity().format(3),
                        youTube.precision().format(3),
                        youTube.f1().format(3),
                        youTube.matthews().format(3));
        assertThat(tables.get(1).rows().get(1))
                .containsExactly(
                        "Baseline + YouTube",
                        Integer.toString(youTube.truePositives()),
                        Integer.toString(youTube.falseNegatives()),
                        Integer.toString(youTube.trueNegatives()),
                        Integer.toString(youTube.falsePositives()));
    }

    @Test
    void countsOfSeveralTrainingsAreAddedEachAtItsOwnThreshold() {
        StudyPlan plan = MadeUpStudy.PAPER_PLAN.withSeeds(3);
        StudyResult study = MadeUpStudy.of(plan, 1);
        int missed =
                study.of(plan.reference()).stream()
                        .mapToInt(cell -> expected(cell).falseNegatives())
                        .sum();

        List<Table> tables = tables(study);

        assertThat(tables.get(1).rows().get(0).get(2)).isEqualTo(Integer.toString(missed));
        assertThat(tables.get(1).note()).contains("3 trainings pooled");
        assertThat(tables.get(0).rows().get(0).get(1)).contains("±");
    }

    @Test
    void whereValidationHasOneClassOneHalfStandsThereAndTheNoteSaysSo() {
        Cell cell = MadeUpStudy.PAPER_PLAN.cells().get(0);
        CellResult made = MadeUpStudy.result(cell, 0.5, 1);
        Predictions positives =
                new Predictions(
                        made.validation().all().stream()
                                .filter(p -> p.label() == Label.POSITIVE)
                                .toList());
        StudyPlan plan = StudyPlan.paper(List.of(cell.condition()));
        StudyResult study =
                new StudyResult(
                        plan,
                        List.of(new CellResult(cell, made.history(), positives, made.test())),
                        0);

        Table rates = tables(study).get(0);

        assertThat(rates.rows().get(0).get(1)).isEqualTo("0.500");
        assertThat(rates.note())
                .contains("could be chosen on validation data for 1 of the trainings");
    }
}
