package dev.fer4j.eval.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.design.TrainingMix;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.probe.MetadataResult;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Table2Test {

    private static final StudyResult STUDY = MadeUpStudy.standard(2);

    @Test
    void csvHasEveryConditionSplitAndUnitInFullPrecision() {
        List<String> lines =
                Splitter.on('\n').omitEmptyStrings().splitToList(Table2.of(STUDY).table().toCsv());

        assertThat(lines.get(0))
                .isEqualTo(
                        "condition,split,unit,n,prevalence,no_skill_pr,average_precision,"
                                + "pr_auc_trapezoid,roc_auc,accuracy,majority_accuracy,"
                                + "undefined_because,title");
        assertThat(lines).hasSize(1 + 4 * 2 * 3);
        Predictions test = STUDY.cells().get(0).test();
        double auc =
                RocCurve.of(test.positives(), test.probabilities()).auc().value().orElseThrow();
        List<String> row = Splitter.on(',').splitToList(lines.get(4));
        assertThat(row.subList(0, 4)).containsExactly("baseline", "test", "image", "400");
        assertThat(Double.parseDouble(row.get(8))).isEqualTo(auc);
        assertThat(row.get(11)).isEmpty();
        assertThat(row.get(12)).isEqualTo("Baseline");
    }

    @Test
    void anUndefinedValueIsEmptyAndSaysWhy() {
        // The made-up participants are all interested in most of their recordings.
        String participants =
                Table2.of(STUDY)
                        .table()
                        .toCsv()
                        .lines()
                        .filter(line -> line.startsWith("baseline,test,participant,"))
                        .findFirst()
                        .orElseThrow();

        assertThat(participants).startsWith("baseline,test,participant,8,1.0,1.0,,,,");
        assertThat(participants).endsWith(",1.0,all 8 samples are of the positive class,Baseline");
    }

    @Test
    void modelsOfMetadataFollowTheCells() {
        CellResult first = STUDY.cells().get(0);
        MetadataResult metadata =
                new MetadataResult(
                        first.cell().condition(),
                        first.cell().split(),
                        List.of("gender"),
                        first.validation(),
                        first.test());
        Table2 table = Table2.of(STUDY, List.of(metadata));

        List<List<String>> rows = table.table().rows();
        assertThat(rows).hasSize(4 * 2 * 3 + 2 * 3);
        List<String> same = new ArrayList<>(rows.get(3));
        same.set(0, "metadata-baseline");
        same.set(12, "Metadata only, fitted as Baseline");
        assertThat(rows.get(4 * 2 * 3 + 3)).isEqualTo(same);
        List<List<String>> console = table.consoleTable(PaperNumbers.SHOWN).rows();
        assertThat(console).hasSize(5);
        assertThat(console.get(4).get(0)).isEqualTo("Metadata only, fitted as Baseline");
        assertThat(console.get(4).subList(1, 9)).isEqualTo(console.get(0).subList(1, 9));
        assertThat(console.get(4).subList(9, 11)).containsExactly("–", "–");
    }

    @Test
    void consoleTableSetsThePaperBesideItsConditions() {
        Table table = Table2.of(STUDY).consoleTable(PaperNumbers.SHOWN);

        assertThat(table.rows()).hasSize(4);
        assertThat(table.rows().get(1)).startsWith("Baseline + YouTube").endsWith("0.89", "0.88");
        assertThat(table.rows().get(3)).endsWith("–", "–");
        assertThat(table.note()).contains("INTERESTED").contains("prevalence");
    }

    @Test
    void thePaperIsNotSetBesideOtherSplits() {
        CategorySplit other =
                CategorySplit.of(
                        AdCategory.CAR_TECHNOLOGY,
                        AdCategory.COSMETICS_FASHION,
                        AdCategory.FOOD_MARKET);
        StudyPlan plan =
                new StudyPlan(STUDY.plan().conditions(), List.of(other), List.of(new Seed(1)));

        assertThat(papersColumns(Table2.of(MadeUpStudy.of(plan, 1)), PaperNumbers.SHOWN)).isEmpty();
        assertThat(papersColumns(Table2.of(STUDY), PaperNumbers.HIDDEN)).isEmpty();
    }

    private static List<String> papersColumns(Table2 table, PaperNumbers paper) {
        return table.consoleTable(paper).columns().stream()
                .map(Column::name)
                .filter(name -> name.contains("Paper"))
                .toList();
    }

    @Test
    void aConditionOfOtherSourcesIsNotThePapers() {
        Condition other = new Condition("baseline", "Own", "own", List.of());
        StudyPlan plan =
                new StudyPlan(List.of(other), List.of(CategorySplit.paper()), List.of(new Seed(1)));

        assertThat(papersColumns(Table2.of(MadeUpStudy.of(plan, 1)), PaperNumbers.SHOWN)).isEmpty();
        assertThat(papersColumns(Table2.of(STUDY), PaperNumbers.SHOWN))
                .containsExactly("Paper PR", "Paper ROC");
    }

    @Test
    void thePaperIsNotSetBesideCappedConditions() {
        StudyPlan plan =
                new StudyPlan(
                        List.of(
                                Condition.BASELINE.withMix(TrainingMix.ALL.withCap("baseline", 9)),
                                Condition.BASELINE_YOUTUBE),
                        List.of(CategorySplit.paper()),
                        List.of(new Seed(1)));

        assertThat(
                        Table2.of(MadeUpStudy.of(plan, 1))
                                .consoleTable(PaperNumbers.SHOWN)
                                .rows()
                                .get(0))
                .startsWith("Baseline")
                .endsWith("–", "–");
    }

    @Test
    void participantsWithATieAreCountedInTheNote() {
        List<Prediction> images = new ArrayList<>();
        for (Label label : Label.values()) {
            images.add(new Prediction("s" + label, label, 0.5, "r" + label, "p", Map.of()));
        }
        Predictions tied = new Predictions(images);
        TrainingHistory none = new TrainingHistory(List.of(), 0);
        List<CellResult> cells =
                MadeUpStudy.PAPER_PLAN.cells().stream()
                        .map((Cell cell) -> new CellResult(cell, none, tied, tied))
                        .toList();
        Table2 table = Table2.of(new StudyResult(MadeUpStudy.PAPER_PLAN, cells, 0));

        assertThat(table.of(Split.TEST, EvaluationUnit.PARTICIPANT).get(0).leftOut()).isEqualTo(1);
        assertThat(table.table().note())
                .contains("left out for a tie: baseline, validate: 1; baseline, test: 1; ")
                .contains(EvaluationUnit.PARTICIPANT.rule());
    }

    @Test
    void paperTotalsAddUp() {
        for (String condition : List.of("baseline", "baseline-youtube", "baseline-stylegan2")) {
            PaperResults.Counts counts = PaperResults.table1(condition).orElseThrow();
            assertThat(counts.train() + counts.validate() + counts.test())
                    .isEqualTo(counts.total());
            assertThat(PaperResults.table2(condition)).isPresent();
        }
        assertThat(PaperResults.table1("baseline-youtube-stylegan2")).isEmpty();
        assertThat(PaperResults.table2("mine")).isEmpty();
    }
}
