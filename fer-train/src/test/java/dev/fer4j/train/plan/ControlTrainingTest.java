package dev.fer4j.train.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Progress;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Control.Means;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.TrainingItem;
import dev.fer4j.train.Pictures;
import dev.fer4j.train.Training;
import dev.fer4j.train.TrainingRun;
import dev.fer4j.train.loader.AugmentedImages;
import dev.fer4j.train.loader.ImageCache;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 24 images of the laboratory train; YouTube adds 37, which makes 61: two copies and a half. */
class ControlTrainingTest {

    private static final Seed SEED = new Seed(5);
    private static final TrainingPlan PLAN =
            TrainingPlan.small()
                    .withBackbone(Xception.FULL.withWidth(0.125).withMiddleRepeats(1))
                    .withInputSize(71)
                    .withBatchSize(8)
                    .withEpochs(2);

    @TempDir private Path folder;

    private List<Manifest> manifests;
    private AugmentedImages augmented;

    @BeforeEach
    void drawPictures() throws IOException {
        manifests = List.of(Pictures.laboratory(folder, 24), Pictures.youtube(folder, 37));
        augmented =
                new AugmentedImages(
                        AugmentationPolicy.paper(), SEED, new ImageCache(71, 64L << 20));
    }

    private Composition compose(Condition condition) {
        return Composition.compose(condition, CategorySplit.paper(), manifests);
    }

    private Composition control(Means means) {
        return compose(Condition.BASELINE.likeInSize(Condition.BASELINE_YOUTUBE, means));
    }

    private Predictions train(Composition composition, Collection<Progress> updates) {
        try (TrainingRun run = Training.run(PLAN, composition, SEED, updates::add)) {
            assertThat(run.history().epochs()).hasSize(2);
            return run.model().predict(composition.samples(Split.VALIDATE));
        }
    }

    /** Pixels of each image in an epoch, by image. */
    private Map<String, List<byte[]>> pixels(Composition composition, int epoch) {
        return EpochOrder.of(composition.training(), SEED, epoch).stream()
                .collect(
                        Collectors.groupingBy(
                                item -> item.sample().id(),
                                Collectors.mapping(
                                        item -> augmented.get(item, epoch).rgb(),
                                        Collectors.toList())));
    }

    private static long different(List<byte[]> pixels) {
        return pixels.stream().map(ByteBuffer::wrap).distinct().count();
    }

    @ParameterizedTest
    @EnumSource(Means.class)
    void makesAsManyUpdatesAsTheOtherConditionAndRepeatsItself(Means means) {
        List<Progress> other = new ArrayList<>();
        train(compose(Condition.BASELINE_YOUTUBE), other);
        List<Progress> updates = new ArrayList<>();
        Predictions first = train(control(means), updates);

        assertThat(updates).hasSameSizeAs(other).hasSize(2 * 8);
        assertThat(updates.stream().map(Progress::total)).containsOnly(16L);
        assertThat(train(control(means), new ArrayList<>())).isEqualTo(first);
    }

    @Test
    void conditionWithoutControlMakesFewerUpdates() {
        List<Progress> updates = new ArrayList<>();
        train(compose(Condition.BASELINE), updates);
        assertThat(updates).hasSize(2 * 3);
    }

    @Test
    void duplicatesAreTheSamePixelsInAnEpochAndOthersInTheNext() {
        Composition composition = control(Means.DUPLICATES);
        Map<String, List<byte[]>> first = pixels(composition, 1);
        Map<String, List<byte[]>> second = pixels(composition, 2);

        assertThat(first).hasSize(24);
        first.forEach(
                (id, pixels) -> {
                    assertThat(pixels).hasSizeBetween(2, 3);
                    assertThat(different(pixels)).isEqualTo(1);
                    assertThat(second.get(id).get(0)).isNotEqualTo(pixels.get(0));
                });
    }

    @ParameterizedTest
    @EnumSource(names = {"AUGMENTED", "UPDATES"})
    void otherCopiesAreAugmentedByThemselves(Means means) {
        pixels(control(means), 1)
                .values()
                .forEach(
                        pixels -> {
                            assertThat(pixels).hasSizeBetween(2, 3);
                            assertThat(different(pixels)).isEqualTo(pixels.size());
                        });
    }

    @Test
    void furtherPassesFavourNoImageInTheLongRun() {
        Composition composition = control(Means.UPDATES);
        Map<String, Long> threeTimes =
                List.of(1, 2, 3, 4, 5, 6).stream()
                        .flatMap(epoch -> pixels(composition, epoch).entrySet().stream())
                        .filter(entry -> entry.getValue().size() == 3)
                        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.counting()));
        assertThat(threeTimes.values().stream().mapToLong(n -> n).sum()).isEqualTo(6 * 13);
        assertThat(threeTimes).hasSizeGreaterThan(20);
    }

    @Test
    void passesOfOneEpochHaveOrdersOfTheirOwn() {
        List<String> ids =
                EpochOrder.of(control(Means.UPDATES).training(), SEED, 1).stream()
                        .map(item -> item.sample().id())
                        .toList();
        assertThat(ids).hasSize(61);
        assertThat(ids.subList(0, 24)).doesNotHaveDuplicates().isNotEqualTo(ids.subList(24, 48));
        assertThat(ids.subList(24, 48)).doesNotHaveDuplicates();
        assertThat(ids.subList(48, 61)).doesNotHaveDuplicates();
    }

    /** What trainings without copies have always done: their bits must not change. */
    @Test
    void withoutCopiesTheOrderIsOneShuffleAndTheAugmentationThatOfSampleAndEpoch() {
        Composition composition = compose(Condition.BASELINE_YOUTUBE);
        List<Sample> shuffled = new ArrayList<>(composition.samples(Split.TRAIN));
        Collections.shuffle(shuffled, new Random(SEED.derive("shuffle", 3).value()));

        List<TrainingItem> order = EpochOrder.of(composition.training(), SEED, 3);

        assertThat(order.stream().map(TrainingItem::sample)).containsExactlyElementsOf(shuffled);
        TrainingItem item = order.get(7);
        assertThat(augmented.get(item, 3).rgb())
                .isEqualTo(
                        AugmentationPolicy.paper()
                                .draw(
                                        SEED.derive("augment " + item.sample().id(), 3).generator(),
                                        71,
                                        71)
                                .apply(augmented.images().get(item.sample()))
                                .rgb());
    }

    /** The controls of a condition see its own images as it sees them. */
    @Test
    void firstPassOfMoreUpdatesIsTheConditionsOwnEpoch() {
        List<TrainingItem> own = EpochOrder.of(compose(Condition.BASELINE).training(), SEED, 2);
        List<TrainingItem> longer = EpochOrder.of(control(Means.UPDATES).training(), SEED, 2);
        assertThat(longer.subList(0, 24)).isEqualTo(own);
    }
}
