package dev.fer4j.core.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CategorySplitTest {

    @Test
    void papersSplitTrainsOnFoodValidatesOnCosmeticsAndTestsOnCars() {
        assertThat(CategorySplit.paper().splitOf(AdCategory.FOOD_MARKET)).contains(Split.TRAIN);
        assertThat(CategorySplit.paper().splitOf(AdCategory.COSMETICS_FASHION))
                .contains(Split.VALIDATE);
        assertThat(CategorySplit.paper().splitOf(AdCategory.CAR_TECHNOLOGY)).contains(Split.TEST);
        assertThat(CategorySplit.paper().splitOf(new AdCategory("toys"))).isEmpty();
    }

    @Test
    void threeCategoriesHaveSixRotations() {
        List<CategorySplit> rotations =
                CategorySplit.rotations(
                        AdCategory.FOOD_MARKET,
                        AdCategory.COSMETICS_FASHION,
                        AdCategory.CAR_TECHNOLOGY);
        assertThat(rotations).hasSize(6).doesNotHaveDuplicates().contains(CategorySplit.paper());
        assertThat(rotations.stream().map(CategorySplit::id)).doesNotHaveDuplicates();
    }

    @Test
    void setsOfCategoriesRotateAsAWhole() {
        CategorySplit split =
                new CategorySplit(
                        Set.of(new AdCategory("a"), new AdCategory("b")),
                        Set.of(new AdCategory("c")),
                        Set.of(new AdCategory("d")));

        assertThat(split.rotations().stream().map(CategorySplit::id))
                .containsExactly("a+b_c_d", "a+b_d_c", "c_a+b_d", "c_d_a+b", "d_a+b_c", "d_c_a+b");
        assertThat(split.rotations().get(0)).isEqualTo(split);
    }

    @Test
    void nobodyIsHeldOutUnlessAsked() {
        CategorySplit seen = CategorySplit.paper().withSeen(new HeldOutPeople(20, new Seed(7)));

        assertThat(CategorySplit.paper().seen()).isEmpty();
        assertThat(seen.id()).isEqualTo(CategorySplit.paper().id() + "_seen20-7");
        assertThat(seen.rotations()).allMatch(split -> split.seen().equals(seen.seen()));
        assertThat(CategorySplit.paper().uses())
                .containsExactly(Split.TRAIN, Split.VALIDATE, Split.TEST);
        assertThat(seen.uses()).containsExactly(Split.values());
        assertThat(seen.categories(Split.SEEN)).isEqualTo(seen.train());
    }

    @Test
    void splitsWrittenBeforePeopleCouldBeHeldOutAreRead() {
        String old =
                "{\"train\":[\"food-market\"],\"validate\":[\"cosmetics-fashion\"],"
                        + "\"test\":[\"car-technology\"]}";
        CategorySplit seen = CategorySplit.paper().withSeen(new HeldOutPeople(20, new Seed(7)));

        assertThat(Json.parse(old, CategorySplit.class, "old")).isEqualTo(CategorySplit.paper());
        assertThat(Json.line(CategorySplit.paper())).isEqualTo(old);
        assertThat(Json.parse(Json.line(seen), CategorySplit.class, "new")).isEqualTo(seen);
    }

    @Test
    void categoryInTwoSplitsIsRefused() {
        assertThatThrownBy(
                        () ->
                                CategorySplit.of(
                                        AdCategory.FOOD_MARKET,
                                        AdCategory.FOOD_MARKET,
                                        AdCategory.CAR_TECHNOLOGY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("food-market");
    }

    @Test
    void emptySplitIsRefused() {
        assertThatThrownBy(
                        () ->
                                new CategorySplit(
                                        Set.of(AdCategory.FOOD_MARKET),
                                        Set.of(),
                                        Set.of(AdCategory.CAR_TECHNOLOGY)))
                .hasMessageContaining("validate []");
    }
}
