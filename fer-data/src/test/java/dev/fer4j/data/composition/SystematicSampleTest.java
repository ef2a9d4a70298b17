package dev.fer4j.data.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.Lists;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystematicSampleTest {

    /** The paper's food/market images: 337 recordings of 20 people. */
    private static final List<Sample> FOOD =
            Composition.compose(Condition.BASELINE, CategorySplit.paper(), TableOneTest.PAPER)
                    .samples(Split.TRAIN);

    private static List<Sample> draw(List<Sample> samples, int count, long seed) {
        return SystematicSample.places(samples, count, new Seed(seed)).stream()
                .map(samples::get)
                .toList();
    }

    private static void assertShares(List<Sample> drawn, Function<Sample, ?> group) {
        Map<?, Long> all =
                FOOD.stream().collect(Collectors.groupingBy(group, Collectors.counting()));
        Map<?, Long> some =
                drawn.stream().collect(Collectors.groupingBy(group, Collectors.counting()));
        all.forEach(
                (name, size) ->
                        assertThat(some.containsKey(name) ? (double) some.get(name) : 0.0)
                                .as("%s", name)
                                .isCloseTo(
                                        (double) size * drawn.size() / FOOD.size(), within(1.0)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 337, 500, 1685, 3369, 3370})
    void everyLabelAndRecordingHasItsShareToWithinOneImage(int count) {
        List<Sample> drawn = draw(FOOD, count, count);

        assertThat(drawn).hasSize(count).doesNotHaveDuplicates();
        assertShares(drawn, Sample::label);
        assertShares(drawn, Sample::recording);
        // A person has images of both labels, each to within one.
        assertShares(drawn, sample -> sample.participant() + sample.label());
    }

    @Test
    void theOrderIsKeptAndOtherSeedsDrawOthers() {
        List<Integer> places = SystematicSample.places(FOOD, 500, new Seed(1));

        assertThat(places).isSorted().isEqualTo(SystematicSample.places(FOOD, 500, new Seed(1)));
        assertThat(places).isNotEqualTo(SystematicSample.places(FOOD, 500, new Seed(2)));
    }

    @Test
    void theSameImagesInAnotherOrderGiveTheSameDraw() {
        assertThat(new HashSet<>(draw(Lists.reverse(FOOD), 500, 1)))
                .isEqualTo(new HashSet<>(draw(FOOD, 500, 1)));
    }

    @Test
    void everyImageIsAsLikely() {
        List<Sample> few = FOOD.subList(1800, 1930);
        int[] times = new int[few.size()];
        int draws = 4000;
        for (int i = 0; i < draws; i++) {
            SystematicSample.places(few, 39, new Seed(i)).forEach(place -> times[place]++);
        }
        // 39 of 130: 0.3 ± 5 standard errors.
        for (int time : times) {
            assertThat((double) time / draws).isCloseTo(0.3, within(5 * Math.sqrt(0.21 / draws)));
        }
    }

    @Test
    void oneImageInManyPlacesIsDrawnByPlace() {
        List<Sample> copies = List.of(FOOD.get(0), FOOD.get(0), FOOD.get(0), FOOD.get(1));
        assertThat(SystematicSample.places(copies, 3, new Seed(1)))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void moreThanThereAreCannotBeDrawn() {
        assertThatThrownBy(() -> draw(FOOD, 3371, 1)).hasMessageContaining("3371 of 3370");
    }
}
