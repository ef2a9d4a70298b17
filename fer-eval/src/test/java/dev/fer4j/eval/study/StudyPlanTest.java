package dev.fer4j.eval.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Cell;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Control;
import dev.fer4j.core.Seed;
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
                        Condition.STANDARD, List.of(CategorySplit.PAPER), List.of(new Seed(1)));
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
                                                CategorySplit.PAPER,
                                                new Seed(2))));
    }

    @Test
    void theReferenceAddsNoSourceIfThereIsSuchACondition() {
        List<CategorySplit> split = List.of(CategorySplit.PAPER);
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
        List<CategorySplit> split = List.of(CategorySplit.PAPER);
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
                        List.of(CategorySplit.PAPER),
                        List.of(new Seed(1)));

        assertThat(plan.reference()).isEqualTo(Condition.BASELINE);
        assertThat(plan.withoutControls())
                .containsExactly(Condition.BASELINE_YOUTUBE, Condition.BASELINE);
        assertThat(plan.controlsOf(Condition.BASELINE_YOUTUBE)).containsExactly(control);
        assertThat(plan.controlsOf(Condition.BASELINE)).isEmpty();
        assertThat(plan.controlsOf(control)).isEmpty();
    }
}
