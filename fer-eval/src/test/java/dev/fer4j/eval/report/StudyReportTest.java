package dev.fer4j.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.CellResult;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Control;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.inference.PaperAnova;
import dev.fer4j.eval.inference.StudyInference;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StudyReportTest {

    private static List<Section> sections(StudyResult study) {
        return StudyReport.sections(study, StudyInference.of(study, new Seed(1)));
    }

    private static String words(Section section) {
        return section.blocks().stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(block -> ((Block.Paragraph) block).text())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void hasTheFiveSectionsAndFourFigures() {
        List<Section> sections = sections(MadeUpStudy.standard(3));

        assertThat(sections)
                .extracting(Section::title)
                .containsExactly(
                        "Results",
                        "Learning curves",
                        "Precision-recall and ROC curves",
                        "Inference",
                        "Method notes");
        assertThat(
                        sections.stream()
                                .flatMap(section -> section.blocks().stream())
                                .filter(Block.FigureBlock.class::isInstance)
                                .map(block -> ((Block.FigureBlock) block).figure().name()))
                .containsExactly("loss", "accuracy", "pr", "roc");
    }

    @Test
    void saysWhatWasFoundAndHowSureWhereTheIntervalExcludesZero() {
        String results = words(sections(MadeUpStudy.standard(3)).get(0));

        assertThat(results)
                .contains("Baseline + StyleGAN2 against Baseline: the test ROC AUC per image is")
                .contains("the one with the added images ranks better")
                .contains("The 95% interval over the 8 test participants is")
                .contains("What this cannot say")
                .contains("Each condition was trained once");
    }

    @Test
    void saysThatNothingIsToldWhereTheIntervalHoldsZero() {
        StudyPlan plan = MadeUpStudy.PAPER_PLAN;
        List<CellResult> cells =
                plan.cells().stream().map(cell -> MadeUpStudy.result(cell, 0.5, 1)).toList();

        String results = words(sections(new StudyResult(plan, cells, 0)).get(0));

        assertThat(results)
                .contains(
                        "do not tell whether the added images made the ranking better, worse, or"
                                + " neither")
                .doesNotContain("ranks better");
    }

    @Test
    void sumsManyComparisonsUp() {
        StudyPlan plan =
                new StudyPlan(
                        Condition.STANDARD.subList(0, 3),
                        CategorySplit.rotations(
                                AdCategory.FOOD_MARKET,
                                AdCategory.COSMETICS_FASHION,
                                AdCategory.CAR_TECHNOLOGY),
                        List.of(new Seed(1), new Seed(2)));

        String results = words(sections(MadeUpStudy.of(plan, 1)).get(0));

        assertThat(results)
                .contains("Of 12 comparisons with Baseline")
                .doesNotContain("trained once");
    }

    @Test
    void thePapersProcedureStandsUnderItsWarning() {
        List<Block> inference = sections(MadeUpStudy.standard(1)).get(3).blocks();

        int warning = inference.indexOf(new Block.Warning(PaperAnova.WARNING));
        assertThat(warning).isNotNegative();
        assertThat(((Block.TableBlock) inference.get(warning + 1)).table().title())
                .contains("not a valid test");
    }

    @Test
    void namesPositiveClassEstimatorsAndPrevalence() {
        assertThat(words(sections(MadeUpStudy.standard(1)).get(4)))
                .contains("INTERESTED")
                .contains("average precision")
                .contains("trapezoid")
                .contains("prevalence")
                .contains("participant");
    }

    @Test
    void controlsHaveASectionThatSaysHowToReadThem() {
        List<Section> sections = sections(MadeUpStudy.withControls(2));

        assertThat(sections)
                .extracting(Section::title)
                .containsExactly(
                        "Results",
                        "Learning curves",
                        "Precision-recall and ROC curves",
                        "Control conditions",
                        "Inference",
                        "Method notes");
        assertThat(words(sections.get(3)))
                .contains("trains as long as the condition that it is named after")
                .contains("better than its controls");
    }

    @Test
    void comparisonsWithControlsAreToldApart() {
        String results = words(sections(MadeUpStudy.withControls(1)).get(0));

        assertThat(results)
                .contains("Baseline + YouTube against Baseline: ")
                .contains("Of 9 comparisons of conditions with their controls, the 95% interval")
                .contains("Of 9 comparisons of controls with Baseline, the 95% interval")
                .doesNotContain("rather than their source, made a difference")
                .contains("it is their source that makes added images differ");
    }

    @Test
    void aControlIsSaidToTrainLongerAndNotToHaveAddedImages() {
        Condition control =
                Condition.BASELINE.likeInSize(Condition.BASELINE_YOUTUBE, Control.Means.UPDATES);
        StudyPlan plan =
                new StudyPlan(
                        List.of(Condition.BASELINE, Condition.BASELINE_YOUTUBE, control),
                        List.of(CategorySplit.PAPER),
                        List.of(new Seed(1)));
        List<CellResult> cells =
                plan.cells().stream()
                        .map(
                                cell ->
                                        MadeUpStudy.result(
                                                cell,
                                                cell.condition().equals(control) ? 1.5 : 0.1,
                                                1))
                        .toList();

        String results = words(sections(new StudyResult(plan, cells, 0)).get(0));

        assertThat(results)
                .contains(control.title() + " against Baseline: ")
                .contains("the one with longer training ranks better")
                .contains("Baseline + YouTube against " + control.title() + ": ")
                .contains("the one without the added images ranks better");
    }
}
