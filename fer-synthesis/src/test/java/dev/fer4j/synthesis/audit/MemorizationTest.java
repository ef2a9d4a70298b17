package dev.fer4j.synthesis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemorizationTest {

    /** Ten people on a line, ten apart, with two images each, one apart. */
    private static final ImageFeatures REAL =
            ImageFeatures.of(
                    IntStream.range(0, 10)
                            .boxed()
                            .flatMap(person -> Stream.of("p" + person + "/0", "p" + person + "/1"))
                            .toList(),
                    IntStream.range(0, 10)
                            .mapToDouble(person -> 10 * person)
                            .boxed()
                            .flatMap(x -> Stream.of(new double[] {x, 0}, new double[] {x + 1, 0}))
                            .toList());

    private static String person(String image) {
        return image.substring(image.indexOf('p'), image.indexOf('/'));
    }

    @Test
    void copiesOfOthersAreFoundAndTheirOwnParentsAreTold() {
        ImageFeatures generated =
                ImageFeatures.of(
                        List.of("of-p1/copy", "of-p1/other", "of-p1/own", "of-p1/new"),
                        List.of(
                                new double[] {50, 0.5},
                                new double[] {30, 4},
                                new double[] {11, 0.1},
                                new double[] {400, 0}));

        Memorization found = Memorization.of(generated, REAL, MemorizationTest::person);

        assertThat(found.people().orElseThrow().smallest()).isEqualTo(9);
        assertThat(found.people().orElseThrow().median()).isEqualTo(9);
        assertThat(found.copiesOfOthers())
                .containsExactly(
                        new Memorization.Nearest("of-p1/copy", "p5/0", 0.5, false),
                        new Memorization.Nearest("of-p1/other", "p3/0", 4, false));
        assertThat(found.copiesOfParents())
                .extracting(Memorization.Nearest::image)
                .containsExactly("of-p1/own");
        assertThat(found.nearest().get(3).distance()).isEqualTo(309);
        assertThat(found.medianDistance()).isCloseTo(2.25, within(0.1));
    }

    @Test
    void withOnePersonThereIsNothingToCompareWith() {
        Memorization found =
                Memorization.of(
                        ImageFeatures.of(List.of("of-p0/x"), List.of(new double[] {0, 0})),
                        REAL.select(0, 1),
                        MemorizationTest::person);
        assertThat(found.people()).isEmpty();
        assertThat(found.copiesOfParents()).isEmpty();
        assertThat(found.nearest()).hasSize(1);
    }

    @Test
    void distancesOfSiblingsAreMeansByParentBesideThoseOfRealImages() {
        ImageFeatures generated =
                ImageFeatures.of(
                        List.of("of-p1/a", "of-p1/b", "of-p1/c", "of-p2/a"),
                        List.of(
                                new double[] {0, 0},
                                new double[] {0, 3},
                                new double[] {4, 0},
                                new double[] {9, 9}));
        ParentDiversity diversity =
                ParentDiversity.of(
                        generated, MemorizationTest::person, REAL, MemorizationTest::person);
        assertThat(diversity.byParent()).containsOnlyKeys("p1").containsEntry("p1", 4.0);
        assertThat(diversity.mean()).contains(4.0);
        assertThat(diversity.frames()).contains(1.0);
        assertThat(diversity.people().orElseThrow()).isGreaterThan(20);
    }
}
