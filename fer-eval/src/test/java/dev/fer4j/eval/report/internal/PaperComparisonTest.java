package dev.fer4j.eval.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Control;
import dev.fer4j.core.design.HeldOutPeople;
import dev.fer4j.core.design.TrainingMix;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.study.StudyPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperComparisonTest {

    private static String points(StudyPlan plan) {
        return String.join("\n", new PaperComparison(MadeUpStudy.of(plan, 1)).points());
    }

    @Test
    void saysWhatThePaperTrainedTooAndWhyTheRestHasNoCounterpart() {
        Condition capped =
                new Condition(
                        "capped",
                        "Capped",
                        "baseline",
                        List.of("youtube"),
                        TrainingMix.ALL.withCap("youtube", 9));
        Condition control =
                Condition.BASELINE.likeInSize(Condition.BASELINE_YOUTUBE, Control.Means.UPDATES);

        assertThat(
                        points(
                                StudyPlan.paper(
                                        List.of(
                                                Condition.BASELINE,
                                                Condition.BASELINE_YOUTUBE,
                                                Condition.ALL_SOURCES,
                                                capped,
                                                control))))
                .contains("validate cosmetics-fashion): Baseline; Baseline + YouTube.")
                .contains("Baseline + YouTube + StyleGAN2 (not trained there)")
                .contains("Capped (some images are left out or weighted)")
                .contains(control.title() + " (controls, which the paper does not have)")
                .contains("0.831 of the images are interested")
                .contains("which exceeds the paper's Baseline (0.82). Here it is 0.675.")
                .contains("these are 400 images of 8 people");
    }

    /** As the study on toy data names it, whose synthetic images are no StyleGAN2's. */
    @Test
    void anotherGeneratorIsNotSaidToBeThePapers() {
        Condition other =
                new Condition(
                        Condition.BASELINE_STYLEGAN2.id(),
                        "Baseline + synthetic (toy)",
                        "baseline",
                        List.of("stylegan2"));

        assertThat(points(StudyPlan.paper(List.of(Condition.BASELINE, other))))
                .contains(
                        ": Baseline; Baseline + synthetic (toy), beside Baseline + StyleGAN2 of"
                                + " other images.");
    }

    @Test
    void otherSplitsAndHeldOutPeopleHaveNoCounterpart() {
        CategorySplit other =
                CategorySplit.of(
                        AdCategory.CAR_TECHNOLOGY,
                        AdCategory.COSMETICS_FASHION,
                        AdCategory.FOOD_MARKET);

        assertThat(points(new StudyPlan(Condition.STANDARD, List.of(other), List.of(new Seed(1)))))
                .contains("No condition and category split of this study is one of the paper's")
                .contains("(trained there under another category split)");
        assertThat(
                        points(
                                StudyPlan.paper(Condition.STANDARD)
                                        .withSeen(new HeldOutPeople(20, new Seed(1)))))
                .contains("(trained there with nobody held out)");
    }
}
