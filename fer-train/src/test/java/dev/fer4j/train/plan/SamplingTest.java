package dev.fer4j.train.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.data.composition.TrainingItem;
import dev.fer4j.data.composition.TrainingSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Person 0 has 30 images, persons 1 to 4 five each; 37 of the 50 are of the positive class. */
class SamplingTest {

    private static final Seed SEED = new Seed(4);

    private static TrainingSet set() {
        List<TrainingItem> items = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            items.add(new TrainingItem(sample(i, i < 30 ? 0 : 1 + i % 4)));
        }
        Collections.shuffle(items, new Random(1));
        return new TrainingSet(items, 50);
    }

    private static Sample sample(int number, int person) {
        return new Sample(
                "s" + number,
                Path.of("s" + number).toAbsolutePath(),
                number % 4 == 1 ? Label.NOT_INTERESTED : Label.INTERESTED,
                "p" + person,
                "r" + person,
                Optional.empty(),
                Optional.empty(),
                "source",
                new Origin.StillImage("x"),
                Demographics.UNKNOWN,
                Rights.UNKNOWN,
                "0".repeat(64));
    }

    private static <K> Map<K, Long> counts(List<TrainingItem> order, Function<Sample, K> key) {
        return order.stream()
                .collect(
                        Collectors.groupingBy(
                                item -> key.apply(item.sample()), Collectors.counting()));
    }

    @ParameterizedTest
    @EnumSource(Sampling.class)
    void epochsAreAsLongAndDependOnSeedAndEpochOnly(Sampling sampling) {
        List<TrainingItem> order = sampling.order(set(), SEED, 1);
        assertThat(order).hasSize(50).doesNotHaveDuplicates();
        assertThat(sampling.order(set(), SEED, 1)).isEqualTo(order);
        assertThat(sampling.order(set(), SEED, 2)).isNotEqualTo(order);
        assertThat(sampling.order(set(), new Seed(5), 1)).isNotEqualTo(order);
    }

    @Test
    void shuffledIsTheOrderOfOldTrainings() {
        assertThat(Sampling.SHUFFLED.order(set(), SEED, 3))
                .isEqualTo(EpochOrder.of(set(), SEED, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void classesAreDrawnAlike(int epoch) {
        List<TrainingItem> order = Sampling.CLASS_BALANCED.order(set(), SEED, epoch);
        assertThat(counts(order, Sample::label).values()).containsOnly(25L);
        List<TrainingItem> rare =
                order.stream()
                        .filter(item -> item.sample().label() == Label.NOT_INTERESTED)
                        .toList();
        assertThat(counts(rare, Sample::id)).hasSize(13);
        assertThat(counts(rare, Sample::id).values()).containsOnly(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void noPersonDominates(int epoch) {
        List<TrainingItem> order = Sampling.PERSON_BALANCED.order(set(), SEED, epoch);
        assertThat(counts(order, Sample::participant)).hasSize(5);
        assertThat(counts(order, Sample::participant).values()).containsOnly(10L);
    }

    @Test
    void everyImageIsSeenInTheLongRun() {
        Set<String> seen = new HashSet<>();
        for (int epoch = 1; epoch <= 20; epoch++) {
            seen.addAll(
                    counts(Sampling.PERSON_BALANCED.order(set(), SEED, epoch), Sample::id)
                            .keySet());
        }
        assertThat(seen).hasSize(50);
    }

    @Test
    void remaindersAreSpreadByDrawing() {
        TrainingSet longer = new TrainingSet(set().items(), 52);
        Set<Map<String, Long>> ways = new HashSet<>();
        for (int epoch = 1; epoch <= 10; epoch++) {
            Map<String, Long> counts =
                    counts(
                            Sampling.PERSON_BALANCED.order(longer, SEED, epoch),
                            Sample::participant);
            assertThat(counts.values()).containsOnly(10L, 11L);
            ways.add(counts);
        }
        assertThat(ways).hasSizeGreaterThan(2);
    }

    @Test
    void repeatedImagesAreAugmentedAnew() {
        List<TrainingItem> order = Sampling.CLASS_BALANCED.order(set(), SEED, 1);
        Map<String, Set<Integer>> draws =
                order.stream()
                        .collect(
                                Collectors.groupingBy(
                                        item -> item.sample().id(),
                                        Collectors.mapping(
                                                TrainingItem::draw, Collectors.toSet())));
        counts(order, Sample::id)
                .forEach((id, count) -> assertThat(draws.get(id)).hasSize(count.intValue()));
    }
}
