package dev.fer4j.eval.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.fairness.FairnessReport;
import dev.fer4j.eval.fairness.GroupColumn;
import dev.fer4j.eval.fairness.GroupMetrics;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.metric.ThresholdRule;
import dev.fer4j.eval.report.card.ModelCardMetrics;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.PlainWords;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GroupSectionTest {

    private static final StudyPlan PLAN =
            StudyPlan.paper(List.of(Condition.BASELINE, Condition.BASELINE_YOUTUBE));

    private static StudyResult study(Function<Prediction, Map<String, String>> groups) {
        List<CellResult> cells =
                PLAN.cells().stream()
                        .map(cell -> MadeUpStudy.result(cell, 0.4, 1))
                        .map(
                                made ->
                                        new CellResult(
                                                made.cell(),
                                                made.history(),
                                                made.validation(),
                                                grouped(made.test(), groups)))
                        .toList();
        return new StudyResult(PLAN, cells, 0);
    }

    private static Predictions grouped(
            Predictions test, Function<Prediction, Map<String, String>> groups) {
        return new Predictions(
                test.all().stream()
                        .map(
                                p ->
                                        new Prediction(
                                                p.sample(),
                                                p.label(),
                                                p.probability(),
                                                p.recording(),
                                                p.participant(),
                                                groups.apply(p)))
                        .toList());
    }

    private static List<Table> tables(StudyResult study) {
        return GroupSection.section(study).orElseThrow().blocks().stream()
                .filter(Block.TableBlock.class::isInstance)
                .map(block -> ((Block.TableBlock) block).table())
                .toList();
    }

    /** Nobody of the second group is positive. */
    @Test
    void groupsWithoutARateAreNamed() {
        StudyResult study = study(p -> Map.of("seat", p.label() == Label.INTERESTED ? "A" : "B"));

        assertThat(tables(study).get(1).note())
                .contains(
                        "Left out: seat B has no true positive rate: no sample is of the positive"
                                + " class; seat A has no false positive rate: no sample is of the"
                                + " negative class.");
        assertThat(tables(study(p -> Map.of("seat", p.participant()))).get(1).note())
                .doesNotContain("Left out");
    }

    @Test
    void ratesAreThoseOfTheFairnessReportAtTheThresholdOfValidation() {
        StudyResult study = study(Prediction::groups);
        CellResult cell = study.cells().get(1);
        Threshold threshold =
                ThresholdRule.maximalYouden().choose(cell.validation()).threshold().orElseThrow();
        FairnessReport report =
                FairnessReport.of(cell.test(), GroupColumn.named("gender"), threshold);
        GroupMetrics men = report.groups().get(1);

        List<String> row = tables(study).get(0).rows().get(3);

        assertThat(row)
                .containsExactly(
                        "Baseline + YouTube",
                        "MALE *",
                        "4",
                        "200",
                        men.prevalence().format(3),
                        men.rate(ConfusionMatrix::selectionRate).format(3),
                        men.rate(ConfusionMatrix::recall).format(3),
                        men.rate(ConfusionMatrix::falsePositiveRate).format(3),
                        men.rocAuc().format(3));
    }

    @Test
    void agesAreBandsAndUnknownIsAGroup() {
        StudyResult study =
                study(
                        p -> {
                            Map<String, String> groups = new HashMap<>(Map.of("age", "23"));
                            if (p.participant().endsWith("p1")) {
                                groups.clear();
                            } else if (p.participant().endsWith("p2")) {
                                groups.put("age", "70");
                            }
                            return groups;
                        });

        List<Table> tables = tables(study);

        assertThat(tables.get(0).title()).isEqualTo("Test split by age band");
        assertThat(tables.get(0).rows().subList(0, 3))
                .extracting(row -> row.get(1))
                .containsExactly("18-24", "65+ *", "unknown *");
    }

    @Test
    void agesThatAreNoNumbersAreGroupsAsTheyAre() {
        StudyResult study =
                study(p -> Map.of("age", p.participant().endsWith("p1") ? "old" : "<b>young"));

        assertThat(tables(study).get(0).title()).isEqualTo("Test split by age");
        assertThat(tables(study).get(0).toHtml()).contains("&lt;b&gt;young").doesNotContain("<b>");
    }

    @Test
    void whatNobodyDiffersInIsNamedAndNotTabulated() {
        Section section =
                GroupSection.section(
                                study(
                                        p ->
                                                Map.of(
                                                        "category",
                                                        "car-technology",
                                                        "gender",
                                                        p.groups().get("gender"))))
                        .orElseThrow();

        assertThat(PlainWords.of(section))
                .contains("The test people do not differ in: category.")
                .doesNotContain("Test split by category");
        assertThat(GroupSection.section(study(p -> Map.of("category", "one")))).isEmpty();
        assertThat(GroupSection.section(study(p -> Map.of()))).isEmpty();
    }

    @Test
    void columnsOfOnesOwnReachReportAndModelCard() {
        StudyResult study =
                study(
                        p ->
                                p.participant().endsWith("p1")
                                        ? Map.of()
                                        : Map.of(
                                                "lighting",
                                                p.participant().endsWith("p2") ? "dim" : "bright"));

        assertThat(tables(study).get(0).title()).isEqualTo("Test split by lighting");
        assertThat(tables(study).get(0).rows().subList(0, 3))
                .extracting(row -> row.get(1))
                .containsExactly("bright", "dim *", "unknown *");
        assertThat(tables(study).get(1).rows()).extracting(row -> row.get(1)).contains("lighting");
        List<Table> card = ModelCardMetrics.of(study.cells().get(0), Threshold.HALF, "INTERESTED");
        assertThat(card.get(1).title()).contains("lighting");
        assertThat(card.get(1).rows())
                .extracting(row -> row.get(0))
                .containsExactly("bright", "dim *", "unknown *");
    }
}
