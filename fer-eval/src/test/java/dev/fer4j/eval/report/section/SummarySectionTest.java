package dev.fer4j.eval.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Control;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.report.internal.Verdict;
import dev.fer4j.eval.report.model.PlainWords;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SummarySectionTest {

    private static String summary(StudyResult study) {
        return PlainWords.of(
                new SummarySection(study, StudyInference.of(study, new Seed(1))).section());
    }

    private static StudyResult study(StudyPlan plan, ToDoubleFunction<Condition> skill) {
        List<CellResult> cells =
                plan.cells().stream()
                        .map(
                                cell ->
                                        MadeUpStudy.result(
                                                cell, skill.applyAsDouble(cell.condition()), 1))
                        .toList();
        return new StudyResult(plan, cells, 0);
    }

    @Test
    void saysWhatWasFoundAndHowSureWhereTheIntervalExcludesZero() {
        String summary = summary(MadeUpStudy.standard(3));

        assertThat(summary)
                .startsWith("Better than Baseline on the test people: Baseline + YouTube; ")
                .contains("Four conditions were trained once: test car-technology, train")
                .contains("400 images of 40 recordings and 8 people; 67.5% of the images are")
                .contains("Baseline + StyleGAN2 against Baseline: the test ROC AUC per image is")
                .contains("the one with the added images ranks better")
                .contains("The 95% interval over the 8 test participants is")
                .contains("What this study cannot show")
                .contains("Each condition was trained once");
    }

    @Test
    void saysThatNothingIsToldWhereTheIntervalHoldsZero() {
        String summary = summary(study(MadeUpStudy.PAPER_PLAN, condition -> 0.5));

        assertThat(summary)
                .startsWith(
                        "No conclusive difference from Baseline with these people: Baseline +"
                                + " YouTube; ")
                .contains(
                        "it remains open whether the added images made the ranking better, worse,"
                                + " or neither")
                .doesNotContain("ranks better");
    }

    @Test
    void saysWhatIsWorse() {
        String summary =
                summary(
                        study(
                                MadeUpStudy.PAPER_PLAN,
                                c -> c.equals(Condition.BASELINE) ? 1.6 : 0.1));

        assertThat(summary)
                .startsWith("Worse than Baseline")
                .contains("the one without the added images ranks better")
                .doesNotContain("Better than Baseline");
    }

    @Test
    void aSingleExclusionOfZeroAmongManyIsNoFinding() {
        // Found by trying seeds: the interval of one of three differences barely excludes zero.
        StudyResult study =
                study(
                        StudyPlan.paper(Condition.STANDARD),
                        c -> c.equals(Condition.BASELINE_YOUTUBE) ? 0.52 : 0.1);
        StudyInference inference = StudyInference.of(study, new Seed(1));

        assertThat(inference.comparisons().stream().map(Verdict::of))
                .contains(Verdict.PERHAPS_BETTER)
                .doesNotContain(Verdict.BETTER);
        assertThat(PlainWords.of(new SummarySection(study, inference).section()))
                .startsWith(
                        "No conclusive difference from Baseline after Holm's correction, although"
                                + " an interval excludes zero: Baseline + YouTube. No conclusive"
                                + " difference from Baseline with these people: Baseline +"
                                + " StyleGAN2; ")
                .contains("not after correction for the number of comparisons")
                .doesNotContain("Better than Baseline on");
    }

    @Test
    void oneParticipantHasADifferenceButNoInterval() {
        StudyPlan plan = MadeUpStudy.PAPER_PLAN;
        List<CellResult> cells =
                plan.cells().stream()
                        .map(cell -> MadeUpStudy.result(cell, 0.5, 1))
                        .map(
                                made ->
                                        new CellResult(
                                                made.cell(),
                                                made.history(),
                                                made.validation(),
                                                ofOnePerson(made.test())))
                        .toList();

        assertThat(summary(new StudyResult(plan, cells, 0)))
                .startsWith("No conclusive difference from Baseline")
                .contains("Its uncertainty is unknown: one participant cannot be left out");
    }

    @Test
    void differencesAreThoseOfTheComparisons() {
        StudyResult study = MadeUpStudy.standard(3);
        StudyInference inference = StudyInference.of(study, new Seed(1));
        StudyFindings findings = new StudyFindings(study.plan(), inference);

        assertThat(summary(study)).startsWith(findings.inShort());
        assertThat(findings.differences())
                .hasSize(3)
                .first()
                .isEqualTo(
                        "Baseline + YouTube: "
                                + inference.comparisons().get(0).difference().toText());
    }

    @Test
    void singleConditionHasNoDifferences() {
        StudyResult study = study(StudyPlan.paper(List.of(Condition.BASELINE)), condition -> 0.5);
        StudyFindings findings =
                new StudyFindings(study.plan(), StudyInference.of(study, new Seed(1)));

        assertThat(findings.inShort()).startsWith("One condition was trained");
        assertThat(findings.differences()).isEmpty();
    }

    private static Predictions ofOnePerson(Predictions predictions) {
        return new Predictions(
                predictions.all().stream()
                        .map(
                                p ->
                                        new Prediction(
                                                p.sample(),
                                                p.label(),
                                                p.probability(),
                                                p.recording(),
                                                "alone",
                                                p.groups()))
                        .toList());
    }

    @Test
    void severalSplitsAreSummedUpByCondition() {
        StudyPlan plan =
                new StudyPlan(
                        Condition.STANDARD.subList(0, 3),
                        CategorySplit.rotations(
                                AdCategory.FOOD_MARKET,
                                AdCategory.COSMETICS_FASHION,
                                AdCategory.CAR_TECHNOLOGY),
                        List.of(new Seed(1), new Seed(2)));

        assertThat(summary(MadeUpStudy.of(plan, 1)))
                .contains("Three conditions were trained with two seeds each under each of six")
                .contains("Baseline + YouTube against Baseline: the difference of the test ROC AUC")
                .contains(" over 6 splits, ")
                .contains("Of 12 comparisons with Baseline")
                .contains("beyond the 2 seeds that were run")
                .doesNotContain("trained once");
    }

    @Test
    void conditionsThatHelpUnderSomeSplitsOnlyAreNotSaidToHelp() {
        List<CategorySplit> splits =
                List.of(
                        CategorySplit.paper(),
                        CategorySplit.of(
                                AdCategory.CAR_TECHNOLOGY,
                                AdCategory.COSMETICS_FASHION,
                                AdCategory.FOOD_MARKET));
        StudyPlan plan =
                new StudyPlan(
                        List.of(Condition.BASELINE, Condition.BASELINE_YOUTUBE),
                        splits,
                        List.of(new Seed(1)));
        List<CellResult> cells =
                plan.cells().stream()
                        .map(
                                cell ->
                                        MadeUpStudy.result(
                                                cell,
                                                cell.split().equals(splits.get(0))
                                                                && !cell.condition()
                                                                        .equals(Condition.BASELINE)
                                                        ? 1.6
                                                        : 0.2,
                                                1))
                        .toList();

        assertThat(summary(new StudyResult(plan, cells, 0)))
                .startsWith(
                        "Better than Baseline under some splits, inconclusive under the others: ")
                .contains("under 1 of them; worse under 0");
    }

    @Test
    void severalSeedsSpeakOfTrainingsToo() {
        assertThat(summary(MadeUpStudy.of(MadeUpStudy.PAPER_PLAN.withSeeds(3), 1)))
                .contains("the mean of 3 trainings")
                .contains(
                        "for people and trainings like these, the models with the added images"
                                + " rank better")
                .doesNotContain("another seed could reverse");
    }

    @Test
    void comparisonsWithControlsAreToldApart() {
        assertThat(summary(MadeUpStudy.withControls(1)))
                .contains("Baseline + YouTube against Baseline: ")
                .contains("Of 9 comparisons of conditions with their controls, the 95% interval")
                .contains("Of 9 comparisons of controls with Baseline, the 95% interval")
                .doesNotContain("rather than their source, made a difference")
                .contains("the effect of added images is due to their source");
    }

    private static StudyPlan withControl(Condition control) {
        return StudyPlan.paper(List.of(Condition.BASELINE, Condition.BASELINE_YOUTUBE, control));
    }

    @Test
    void aControlIsSaidToTrainLongerAndNotToHaveAddedImages() {
        Condition control =
                Condition.BASELINE.likeInSize(Condition.BASELINE_YOUTUBE, Control.Means.UPDATES);

        String summary = summary(study(withControl(control), c -> c.equals(control) ? 1.5 : 0.1));

        assertThat(summary)
                .contains(control.title() + " against Baseline: ")
                .contains("the one with longer training ranks better")
                .contains("Baseline + YouTube against " + control.title() + ": ")
                .contains("the one without the added images ranks better");
    }

    @Test
    void aGainThatItsControlHasTooIsNotTheImages() {
        Condition control =
                Condition.BASELINE.likeInSize(Condition.BASELINE_YOUTUBE, Control.Means.UPDATES);

        assertThat(
                        summary(
                                study(
                                        withControl(control),
                                        c -> c.equals(Condition.BASELINE) ? 0.1 : 1.5)))
                .startsWith(
                        "Better than Baseline on the test people, but not shown to be better than"
                                + " training longer: Baseline + YouTube.");
        assertThat(
                        summary(
                                study(
                                        withControl(control),
                                        c -> c.equals(Condition.BASELINE_YOUTUBE) ? 1.5 : 0.1)))
                .startsWith(
                        "Better than Baseline on the test people, and better than training longer:"
                                + " Baseline + YouTube.");
    }
}
