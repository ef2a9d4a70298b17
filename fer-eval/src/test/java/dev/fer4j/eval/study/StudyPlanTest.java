package dev.fer4j.eval.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Control;
import dev.fer4j.core.design.HeldOutPeople;
import dev.fer4j.core.design.TrainingMix;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyPlanTest {

    private static final List<CategorySplit> ROTATIONS =
            CategorySplit.rotations(
                    AdCategory.FOOD_MARKET,
                    AdCategory.COSMETICS_FASHION,
                    AdCategory.CAR_TECHNOLOGY);

    @Test
    void cellsGoByConditionThenSplitThenSeed() {
        StudyPlan plan =
                new StudyPlan(
                        List.of(Condition.BASELINE_YOUTUBE, Condition.BASELINE),
                        ROTATIONS.subList(0, 2),
                        List.of(new Seed(5), new Seed(3)));

        assertThat(plan.cells()).hasSize(8).doesNotHaveDuplicates();
        assertThat(plan.cells().subList(0, 3))
                .containsExactly(
                        new Cell(Condition.BASELINE_YOUTUBE, ROTATIONS.get(0), new Seed(5)),
                        new Cell(Condition.BASELINE_YOUTUBE, ROTATIONS.get(0), new Seed(3)),
                        new Cell(Condition.BASELINE_YOUTUBE, ROTATIONS.get(1), new Seed(5)));
    }

    @Test
    void namesAreShortWhereTheConditionIsEnough() {
        StudyPlan one =
                new StudyPlan(
                        Condition.STANDARD, List.of(CategorySplit.paper()), List.of(new Seed(1)));
        StudyPlan many = new StudyPlan(Condition.STANDARD, ROTATIONS, List.of(new Seed(1)));

        assertThat(one.cells().stream().map(one::cellName))
                .containsExactly(
                        "baseline",
                        "baseline-youtube",
                        "baseline-stylegan2",
                        "baseline-youtube-stylegan2");
        assertThat(many.cells().stream().map(many::cellName)).hasSize(24).doesNotHaveDuplicates();
        assertThat(many.cellName(many.cells().get(0)))
                .isEqualTo("baseline_food-market_cosmetics-fashion_car-technology_seed1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                one.cellName(
                                        new Cell(
                                                Condition.BASELINE,
                                                CategorySplit.paper(),
                                                new Seed(2))));
    }

    @Test
    void theReferenceAddsNoSourceIfThereIsSuchACondition() {
        List<CategorySplit> split = List.of(CategorySplit.paper());
        List<Seed> seed = List.of(new Seed(1));

        assertThat(
                        new StudyPlan(
                                        List.of(Condition.BASELINE_YOUTUBE, Condition.BASELINE),
                                        split,
                                        seed)
                                .reference())
                .isEqualTo(Condition.BASELINE);
        assertThat(
                        new StudyPlan(
                                        List.of(Condition.BASELINE_YOUTUBE, Condition.ALL_SOURCES),
                                        split,
                                        seed)
                                .reference())
                .isEqualTo(Condition.BASELINE_YOUTUBE);
    }

    @Test
    void refusesNothingAndTwice() {
        List<CategorySplit> split = List.of(CategorySplit.paper());
        List<Seed> seed = List.of(new Seed(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StudyPlan(List.of(), split, seed))
                .withMessageContaining("at least one condition");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new StudyPlan(
                                        Condition.STANDARD,
                                        split,
                                        List.of(new Seed(1), new Seed(1))))
                .withMessageContaining("a seed twice");
    }

    @Test
    void controlsAreFoundByTheirConditionAndAreNeverTheReference() {
        Condition control =
                Condition.BASELINE.likeInSize(Condition.BASELINE_YOUTUBE, Control.Means.UPDATES);
        StudyPlan plan =
                new StudyPlan(
                        List.of(control, Condition.BASELINE_YOUTUBE, Condition.BASELINE),
                        List.of(CategorySplit.paper()),
                        List.of(new Seed(1)));

        assertThat(plan.reference()).isEqualTo(Condition.BASELINE);
        assertThat(plan.withoutControls())
                .containsExactly(Condition.BASELINE_YOUTUBE, Condition.BASELINE);
        assertThat(plan.controlsOf(Condition.BASELINE_YOUTUBE)).containsExactly(control);
        assertThat(plan.controlsOf(Condition.BASELINE)).isEmpty();
        assertThat(plan.controlsOf(control)).isEmpty();
    }

    @Test
    void thePapersPlanIsOneSplitAndOneSeed() {
        assertThat(StudyPlan.paper(Condition.STANDARD))
                .isEqualTo(
                        new StudyPlan(
                                Condition.STANDARD,
                                List.of(CategorySplit.paper()),
                                List.of(new Seed(1))));
    }

    @Test
    void rotationsBeginWithTheSplitItselfAndAreTakenOnce() {
        StudyPlan plan = StudyPlan.paper(Condition.STANDARD).withRotations();

        assertThat(plan.splits()).containsExactlyElementsOf(ROTATIONS);
        assertThat(plan.splits().get(0)).isEqualTo(CategorySplit.paper());
        assertThat(plan.withRotations()).isEqualTo(plan);
    }

    @Test
    void moreSeedsContainThoseOfFewer() {
        StudyPlan plan =
                new StudyPlan(
                        Condition.STANDARD, List.of(CategorySplit.paper()), List.of(new Seed(5)));

        assertThat(plan.withSeeds(3).seeds())
                .containsExactly(new Seed(5), new Seed(6), new Seed(7));
        assertThat(plan.withSeeds(3).withSeeds(1)).isEqualTo(plan);
        assertThatIllegalArgumentException().isThrownBy(() -> plan.withSeeds(0));
    }

    @Test
    void heldOutPeopleStandInTheNames() {
        StudyPlan plan =
                StudyPlan.paper(Condition.STANDARD)
                        .withSeen(new HeldOutPeople(20, new Seed(7)))
                        .withRotations()
                        .withSeeds(2);

        assertThat(plan.cellName(plan.cells().get(0)))
                .isEqualTo("baseline_food-market_cosmetics-fashion_car-technology_seen20-7_seed1");
        assertThat(plan.cells().stream().map(plan::cellName)).doesNotHaveDuplicates();
    }

    @Test
    void isToldAsAWhole() {
        Condition mixed =
                Condition.BASELINE_YOUTUBE.withMix(
                        TrainingMix.ALL.withCap("youtube", 500).withWeight("youtube", 2));
        StudyPlan plan =
                new StudyPlan(
                                List.of(Condition.BASELINE, mixed),
                                ROTATIONS.subList(0, 2),
                                List.of(new Seed(1)))
                        .withSeen(new HeldOutPeople(20, new Seed(7)));

        assertThat(plan.toText())
                .isEqualTo(
                        """
4 trainings: 2 conditions × 2 category splits × 1 seed

Conditions: what trains
  Baseline (baseline): baseline; the others are compared with it
  Baseline + YouTube (baseline-youtube): baseline + youtube, at most 500, each 2.0 times

Category splits
  train food-market, validate cosmetics-fashion, test car-technology; of the training categories, 20 % of the people are held out and predicted
  train food-market, validate car-technology, test cosmetics-fashion; of the training categories, 20 % of the people are held out and predicted

Seeds
  1

Trainings, in order
  baseline_food-market_cosmetics-fashion_car-technology_seen20-7_seed1
  baseline_food-market_car-technology_cosmetics-fashion_seen20-7_seed1
  baseline-youtube_food-market_cosmetics-fashion_car-technology_seen20-7_seed1
  baseline-youtube_food-market_car-technology_cosmetics-fashion_seen20-7_seed1
""");
    }
}
