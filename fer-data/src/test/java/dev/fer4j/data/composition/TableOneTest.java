package dev.fer4j.data.composition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The counts of the paper's section 2 give the numbers of its Table 1. */
class TableOneTest {

    static final List<Manifest> PAPER = List.of(baseline(), youtube(), stylegan2());

    private static Manifest baseline() {
        List<Sample> samples = new ArrayList<>();
        addCategory(samples, AdCategory.FOOD_MARKET, 39, 20, 337, 186);
        addCategory(samples, AdCategory.COSMETICS_FASHION, 1, 18, 406, 265);
        addCategory(samples, AdCategory.CAR_TECHNOLOGY, 19, 20, 302, 251);
        return Samples.manifest("baseline", samples);
    }

    private static void addCategory(
            List<Sample> samples,
            AdCategory category,
            int firstParticipant,
            int participants,
            int recordings,
            int interested) {
        for (int i = 0; i < recordings; i++) {
            String participant = Integer.toString(firstParticipant + i % participants);
            samples.addAll(
                    Samples.frames(category, participant, participant + "-A" + i, i < interested));
        }
    }

    private static Manifest youtube() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            String id = "youtube/p" + i % 137 + "/" + i;
            samples.add(Samples.still(id, "youtube/p" + i % 137, i < 1000));
        }
        return Samples.manifest("youtube", samples);
    }

    private static Manifest stylegan2() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 337; i++) {
            String participant = Integer.toString(39 + i % 20);
            String parent = participant + "-A" + i;
            for (int j = 0; j < 6; j++) {
                samples.add(
                        Samples.synthetic(
                                "stylegan2/" + parent + "/" + j,
                                participant,
                                parent,
                                AdCategory.FOOD_MARKET,
                                i < 186));
            }
        }
        return Samples.manifest("stylegan2", samples);
    }

    private static CompositionCounts counts(Condition condition) {
        Composition composition = Composition.compose(condition, CategorySplit.paper(), PAPER);
        assertThat(composition.leftOut()).isEmpty();
        assertThat(composition.leakage().isClean()).isTrue();
        for (Split split : CategorySplit.paper().uses()) {
            assertThat(composition.samples(split)).hasSize(composition.counts().of(split).total());
        }
        return composition.counts();
    }

    private static void assertRow(CompositionCounts counts, int train, int total) {
        assertThat(counts.train().total()).isEqualTo(train);
        assertThat(counts.validate().total()).isEqualTo(4060);
        assertThat(counts.test().total()).isEqualTo(3020);
        assertThat(counts.total()).isEqualTo(total);
    }

    @Test
    void baselineAlone() {
        CompositionCounts counts = counts(Condition.BASELINE);

        assertRow(counts, 3370, 10_450);
        assertThat(counts.train())
                .extracting(
                        SplitCounts::interested, SplitCounts::recordings, SplitCounts::participants)
                .containsExactly(1860, 337, 20);
        assertThat(counts.validate())
                .extracting(
                        SplitCounts::interested, SplitCounts::recordings, SplitCounts::participants)
                .containsExactly(2650, 406, 18);
        assertThat(counts.test())
                .extracting(
                        SplitCounts::interested, SplitCounts::recordings, SplitCounts::participants)
                .containsExactly(2510, 302, 20);
        assertThat(counts.test().prevalence()).isEqualTo(2510.0 / 3020);
    }

    @Test
    void withYoutube() {
        CompositionCounts counts = counts(Condition.BASELINE_YOUTUBE);

        assertRow(counts, 5370, 12_450);
        assertThat(counts.train().bySource()).containsOnlyKeys("baseline", "youtube");
        assertThat(counts.train().bySource().get("youtube"))
                .isEqualTo(new SourceCounts(2000, 1000, 274, 137));
        assertThat(counts.train().participants()).isEqualTo(157);
    }

    @Test
    void withStylegan2() {
        CompositionCounts counts = counts(Condition.BASELINE_STYLEGAN2);

        assertRow(counts, 5392, 12_472);
        assertThat(counts.train().bySource().get("stylegan2"))
                .isEqualTo(new SourceCounts(2022, 186 * 6, 337, 20));
        assertThat(counts.train().participants()).isEqualTo(20);
    }

    @Test
    void withAllSources() {
        assertRow(counts(Condition.ALL_SOURCES), 7392, 14_472);
    }

    /** Images and interested ones of each category (paper, section 2). */
    private static final Map<AdCategory, List<Integer>> CATEGORIES =
            Map.of(
                    AdCategory.FOOD_MARKET, List.of(3370, 1860),
                    AdCategory.COSMETICS_FASHION, List.of(4060, 2650),
                    AdCategory.CAR_TECHNOLOGY, List.of(3020, 2510));

    private static List<Integer> imagesAndInterested(SplitCounts counts) {
        return List.of(counts.total(), counts.interested());
    }

    @Test
    void allSixRotationsHaveTheirCategoriesCounts() {
        List<CategorySplit> rotations =
                CategorySplit.rotations(
                        AdCategory.FOOD_MARKET,
                        AdCategory.COSMETICS_FASHION,
                        AdCategory.CAR_TECHNOLOGY);
        assertThat(rotations).hasSize(6).doesNotHaveDuplicates();
        for (CategorySplit split : rotations) {
            Composition composition = Composition.compose(Condition.BASELINE, split, PAPER);

            assertThat(composition.leftOut()).isEmpty();
            assertThat(composition.counts().total()).isEqualTo(10_450);
            for (Split use : split.uses()) {
                AdCategory category = split.categories(use).iterator().next();
                assertThat(imagesAndInterested(composition.counts().of(use)))
                        .as("%s of %s", use, split.id())
                        .isEqualTo(CATEGORIES.get(category));
            }
        }
    }

    @Test
    void rotationsTakeSyntheticImagesOnlyWhereTheirParentsTrain() {
        for (CategorySplit split :
                CategorySplit.rotations(
                        AdCategory.FOOD_MARKET,
                        AdCategory.COSMETICS_FASHION,
                        AdCategory.CAR_TECHNOLOGY)) {
            Composition composition = Composition.compose(Condition.ALL_SOURCES, split, PAPER);
            boolean parentsTrain = split.train().contains(AdCategory.FOOD_MARKET);
            int laboratory = CATEGORIES.get(split.train().iterator().next()).get(0);

            assertThat(composition.counts().train().total())
                    .as(split.id())
                    .isEqualTo(laboratory + 2000 + (parentsTrain ? 2022 : 0));
            assertThat(composition.leftOut())
                    .extracting(Problem::message)
                    .containsExactlyElementsOf(
                            parentsTrain
                                    ? List.of()
                                    : List.of(
                                            "stylegan2: 2022 images are left out: their parent"
                                                    + " recordings validate or test"));
            assertThat(composition.counts().total() + (parentsTrain ? 0 : 2022)).isEqualTo(14_472);
        }
    }
}
