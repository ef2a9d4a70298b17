package dev.fer4j.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.comparison.PaperAnova;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.report.format.ReportJson;
import dev.fer4j.eval.report.literature.Methods;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.PlainWords;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.report.table.PaperNumbers;
import dev.fer4j.eval.report.table.Table2;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import dev.fer4j.eval.unit.UnitMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyReportTest {

    private static StudyReport report(StudyResult study) {
        return StudyReport.of(study, StudyInference.of(study, new Seed(1)));
    }

    private static Section section(StudyResult study, String title) {
        return report(study).sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static StudyResult rotations(int seeds) {
        StudyPlan plan =
                new StudyPlan(
                                Condition.STANDARD.subList(0, 3),
                                CategorySplit.rotations(
                                        AdCategory.FOOD_MARKET,
                                        AdCategory.COSMETICS_FASHION,
                                        AdCategory.CAR_TECHNOLOGY),
                                List.of(new Seed(1)))
                        .withSeeds(seeds);
        return MadeUpStudy.of(plan, 2);
    }

    @Test
    void labelsHaveThePlansNames() {
        StudyResult study = rotations(2);
        StudyPlan named = study.plan().withLabels(new LabelNames("neutral", "smiling"));
        StudyResult same = new StudyResult(named, study.cells(), 0);

        String text =
                ReportJson.text(
                        report(same).withPaperNumbers(PaperNumbers.HIDDEN).report("Named", ""));
        assertThat(text)
                .contains("Positive class: smiling", "Neutral, called smiling", "Called smiling")
                .doesNotContainIgnoringCase("interested")
                .doesNotContain("about an advertisement");
        assertThat(named.withSeeds(3).withRotations().labels()).isEqualTo(named.labels());
    }

    @Test
    void readsFromWhatWasFoundToHowItWasMade() {
        List<Section> sections = report(MadeUpStudy.standard(3)).sections();

        assertThat(sections)
                .extracting(Section::title)
                .containsExactly(
                        "Summary",
                        "Results",
                        "Learning curves",
                        "Precision-recall and ROC curves",
                        "Images, recordings, people",
                        "At a threshold",
                        "Groups of people",
                        "Calibration",
                        "Generalization gap",
                        "Inference",
                        "Methods");
        assertThat(
                        sections.stream()
                                .flatMap(section -> section.blocks().stream())
                                .filter(Block.FigureBlock.class::isInstance)
                                .map(block -> ((Block.FigureBlock) block).figure().name()))
                .containsExactly("differences", "loss", "accuracy", "pr", "roc", "reliability");
    }

    @Test
    void whatOthersHandInStandsWhereAReaderLooksForIt() {
        List<Section> sections =
                report(MadeUpStudy.standard(1))
                        .withData(List.of(new Section("Data", List.of())))
                        .withExamples(List.of(new Section("Examples", List.of())))
                        .withProvenance(List.of(new Section("Provenance", List.of())))
                        .withMethods(Methods.ofEvaluation().withTraining("It was trained"))
                        .sections();

        assertThat(sections)
                .extracting(Section::title)
                .containsSubsequence(
                        "Summary",
                        "Results",
                        "Data",
                        "Learning curves",
                        "Inference",
                        "Examples",
                        "Methods",
                        "Provenance");
        assertThat(PlainWords.of(sections.get(sections.size() - 2))).contains("It was trained.");
    }

    @Test
    void thePapersProcedureStandsUnderItsWarning() {
        List<Block> inference = section(MadeUpStudy.standard(1), "Inference").blocks();

        int warning = inference.indexOf(new Block.Warning(PaperAnova.WARNING));
        assertThat(warning).isNotNegative();
        assertThat(((Block.TableBlock) inference.get(warning + 1)).table().title())
                .contains("not a valid test");
    }

    @Test
    void namesPositiveClassEstimatorsAndPrevalence() {
        assertThat(PlainWords.of(section(MadeUpStudy.standard(1), "Methods")))
                .contains("INTERESTED")
                .contains("average precision")
                .contains("trapezoid")
                .contains("prevalence")
                .contains("participant");
    }

    @Test
    void controlsHaveASectionThatSaysHowToReadThem() {
        StudyResult study = MadeUpStudy.withControls(2);

        assertThat(report(study).sections())
                .extracting(Section::title)
                .containsSubsequence("Generalization gap", "Control conditions", "Inference");
        assertThat(PlainWords.of(section(study, "Control conditions")))
                .contains("trained for as long as the condition that it is named after")
                .contains("better than its controls");
    }

    @Test
    void rotationsHaveASectionAndTable2ShowsThePapersSplit() {
        StudyResult study = rotations(1);
        Section splits = section(study, "Category splits");
        Table matrix = ((Block.TableBlock) splits.blocks().get(1)).table();

        // Six rotations, their mean, and the mean ranks.
        assertThat(matrix.rows()).hasSize(8);
        assertThat(matrix.rows().get(6)).startsWith("Mean over splits");
        Table details = ((Block.TableBlock) splits.blocks().get(2)).table();
        assertThat(details.rows()).hasSize(6 * 3);
        Table table2 = ((Block.TableBlock) section(study, "Results").blocks().get(0)).table();
        assertThat(table2.title()).contains("test car-technology, train food-market");
        assertThat(table2.rows()).hasSize(3);
        assertThat(table2.rows().get(1)).contains("0.89", "0.88");
        assertThat(table2.note()).contains("are shown under Category splits");
    }

    @Test
    void severalSeedsAreMeansWithTheirSpread() {
        StudyPlan plan = MadeUpStudy.PAPER_PLAN.withSeeds(3);
        StudyResult study = MadeUpStudy.of(plan, 2);
        Table table2 = ((Block.TableBlock) section(study, "Results").blocks().get(0)).table();

        List<Double> aucs = new ArrayList<>();
        for (Table2.Row row : Table2.of(study).rows()) {
            boolean isTest = row.split().id().equals("test") && row.unit().id().equals("image");
            if (isTest && row.cell().cell().condition().equals(Condition.BASELINE)) {
                aucs.add(row.metrics().get(UnitMetric.ROC_AUC).value().orElseThrow());
            }
        }
        double mean = aucs.stream().mapToDouble(a -> a).average().orElseThrow();
        double squares = aucs.stream().mapToDouble(a -> (a - mean) * (a - mean)).sum();
        String text = String.format(Locale.ROOT, "%.3f ± %.3f", mean, Math.sqrt(squares / 2));
        assertThat(table2.rows()).hasSize(3);
        assertThat(table2.rows().get(0)).contains(text);
        assertThat(table2.note()).contains("over 3 training seeds");
        // The prevalence is the same in all of them.
        assertThat(table2.rows().get(0).get(2)).doesNotContain("±");
    }

    @Test
    void oneConditionHasNothingToCompare() {
        StudyResult study = MadeUpStudy.of(StudyPlan.paper(List.of(Condition.BASELINE_YOUTUBE)), 1);

        List<Section> sections = report(study).sections();

        assertThat(PlainWords.of(sections.get(0)))
                .contains("there is nothing to compare it with")
                .doesNotContain("What was found");
    }

    @Test
    void testImagesOfOneClassAreToldAsUndefined() {
        List<Prediction> images = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            images.add(
                    new Prediction("s" + i, Label.POSITIVE, 0.6, "r" + i, "p" + i % 3, Map.of()));
        }
        StudyResult study = ofTest(new Predictions(images));

        List<Section> sections = report(study).sections();

        assertThat(PlainWords.of(sections.get(0)))
                .contains("Not comparable with Baseline")
                .contains("not comparable, undefined: ")
                .doesNotContain("NaN");
        assertThat(sections).extracting(Section::title).doesNotContain("Groups of people");
    }

    @Test
    void noTestImagesAtAllAreToldAsUndefined() {
        List<Section> sections = report(ofTest(new Predictions(List.of()))).sections();

        assertThat(PlainWords.of(sections.get(0))).contains("0 images").contains("Not comparable");
        sections.forEach(section -> assertThat(PlainWords.of(section)).doesNotContain("NaN"));
    }

    private static StudyResult ofTest(Predictions test) {
        TrainingHistory none = new TrainingHistory(List.of(), 0);
        List<CellResult> cells =
                MadeUpStudy.PAPER_PLAN.cells().stream()
                        .map(cell -> new CellResult(cell, none, test, test))
                        .toList();
        return new StudyResult(MadeUpStudy.PAPER_PLAN, cells, 0);
    }
}
