package dev.fer4j.data.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Control.Means;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.design.TrainingMix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Caps, weights and controls at the sizes of the paper's Table 1. */
class MixedCompositionTest {

    private static Composition compose(Condition condition) {
        return Composition.compose(condition, CategorySplit.paper(), TableOneTest.PAPER);
    }

    private static Composition compose(Condition condition, TrainingMix mix) {
        return compose(condition.withMix(mix));
    }

    private static Composition control(Condition like, Means means) {
        return compose(Condition.BASELINE.likeInSize(like, means));
    }

    private static List<Integer> places(Composition composition, String source) {
        Map<String, Long> places =
                composition.training().items().stream()
                        .filter(item -> item.sample().source().equals(source))
                        .collect(
                                Collectors.groupingBy(
                                        item -> item.sample().id(), Collectors.counting()));
        return places.values().stream().map(Long::intValue).sorted().toList();
    }

    @Test
    void withoutAMixTheListIsTheImages() {
        Composition composition = compose(Condition.ALL_SOURCES);

        assertThat(composition.training().items().stream().map(TrainingItem::sample))
                .containsExactlyElementsOf(composition.samples(Split.TRAIN));
        assertThat(composition.training().items())
                .allMatch(item -> item.copy() == 0 && item.draw() == 0);
        assertThat(composition.counts().training())
                .isEqualTo(
                        new TrainingCounts(
                                7392,
                                1860 + 1000 + 1116,
                                7392,
                                Map.of("baseline", 3370, "youtube", 2000, "stylegan2", 2022)));
    }

    @Test
    void aCapKeepsLabelsAndPeopleAndCountsTheRest() {
        Composition composition =
                compose(Condition.BASELINE_YOUTUBE, TrainingMix.ALL.withCap("youtube", 500));

        assertThat(composition.counts().train().bySource().get("youtube"))
                .isEqualTo(new SourceCounts(500, 250, 274, 137));
        assertThat(composition.counts().train().bySource().get("baseline").total()).isEqualTo(3370);
        assertThat(composition.leftOut())
                .extracting(Problem::message)
                .containsExactly(
                        "youtube: 1500 images are left out: of their source, no more than 500"
                                + " train");
    }

    @Test
    void aCapOfTheEvaluationSourceLeavesValidationAndTestAlone() {
        Composition composition =
                compose(Condition.BASELINE, TrainingMix.ALL.withCap("baseline", 337));

        assertThat(composition.counts().train().recordings()).isEqualTo(337);
        assertThat(composition.counts().train().participants()).isEqualTo(20);
        assertThat(composition.counts().train().prevalence())
                .isCloseTo(1860.0 / 3370, within(0.01));
        assertThat(composition.counts().validate().total()).isEqualTo(4060);
        assertThat(composition.counts().test().total()).isEqualTo(3020);
    }

    @Test
    void aCapThatIsNotReachedChangesNothing() {
        Composition composition =
                compose(Condition.BASELINE_YOUTUBE, TrainingMix.ALL.withCap("youtube", 2000));
        assertThat(composition.samples(Split.TRAIN))
                .isEqualTo(compose(Condition.BASELINE_YOUTUBE).samples(Split.TRAIN));
        assertThat(composition.leftOut()).isEmpty();
    }

    @Test
    void cappedImagesKeepTheManifestsOrderAndDependOnTheMixsSeedOnly() {
        TrainingMix mix = TrainingMix.ALL.withCap("youtube", 500);
        List<Sample> drawn = compose(Condition.BASELINE_YOUTUBE, mix).samples(Split.TRAIN);

        Set<Sample> kept = Set.copyOf(drawn);
        assertThat(drawn)
                .isEqualTo(
                        compose(Condition.BASELINE_YOUTUBE).samples(Split.TRAIN).stream()
                                .filter(kept::contains)
                                .toList());
        assertThat(compose(Condition.BASELINE_YOUTUBE, mix).samples(Split.TRAIN)).isEqualTo(drawn);
        assertThat(
                        compose(Condition.BASELINE_YOUTUBE, mix.withSeed(new Seed(1)))
                                .samples(Split.TRAIN))
                .isNotEqualTo(drawn);
        // The same draw whatever else trains.
        assertThat(compose(Condition.ALL_SOURCES, mix).samples(Split.TRAIN)).containsAll(drawn);
    }

    @Test
    void syntheticImagesStayOnlyWhereAnImageOfTheirParentDoes() {
        Composition composition =
                compose(Condition.BASELINE_STYLEGAN2, TrainingMix.ALL.withCap("baseline", 100));

        Set<String> trained =
                composition.samples(Split.TRAIN).stream()
                        .filter(sample -> !sample.isSynthetic())
                        .map(Sample::recording)
                        .collect(Collectors.toSet());
        assertThat(trained).hasSize(100);
        assertThat(composition.samples(Split.TRAIN))
                .filteredOn(Sample::isSynthetic)
                .hasSize(600)
                .allMatch(
                        sample ->
                                trained.contains(
                                        ((Origin.Synthetic) sample.origin()).parentRecording()));
        assertThat(composition.leftOut())
                .extracting(Problem::message)
                .containsExactly(
                        "baseline: 3270 images are left out: of their source, no more than 100"
                                + " train",
                        "stylegan2: 1422 images are left out: a cap or weight keeps their parent"
                                + " recordings from training");
    }

    @Test
    void weightsAboveOneGiveCopiesOfTheirOwnAugmentation() {
        Composition composition =
                compose(Condition.BASELINE_YOUTUBE, TrainingMix.ALL.withWeight("youtube", 2.25));

        assertThat(places(composition, "baseline")).hasSize(3370).containsOnly(1);
        List<Integer> youtube = places(composition, "youtube");
        assertThat(youtube.subList(0, 1500)).containsOnly(2);
        assertThat(youtube.subList(1500, 2000)).containsOnly(3);
        assertThat(composition.training().items()).allMatch(item -> item.draw() == item.copy());
        assertThat(composition.training().items()).doesNotHaveDuplicates();
        TrainingCounts counts = composition.counts().training();
        assertThat(counts.drawn()).isEqualTo(3370 + 4500);
        assertThat(counts.bySource()).isEqualTo(Map.of("baseline", 3370, "youtube", 4500));
        assertThat(counts.interested()).isEqualTo(1860 + 2250);
        assertThat(composition.counts().train().total()).isEqualTo(5370);
    }

    @Test
    void weightsBelowOneLeaveImagesOutAndCountThem() {
        Composition composition =
                compose(
                        Condition.BASELINE_YOUTUBE,
                        TrainingMix.ALL.withCap("youtube", 1000).withWeight("youtube", 0.5));

        assertThat(composition.counts().train().bySource().get("youtube").total()).isEqualTo(500);
        assertThat(composition.leftOut())
                .extracting(Problem::message)
                .containsExactly(
                        "youtube: 1000 images are left out: of their source, no more than 1000"
                                + " train",
                        "youtube: 500 images are left out: their source has the weight 0.5");
    }

    @Test
    void duplicatesAreAsManyAsTheOtherConditionHasAndKeepTheOwnPrevalence() {
        Composition composition = control(Condition.BASELINE_YOUTUBE, Means.DUPLICATES);

        assertThat(composition.counts().train())
                .isEqualTo(compose(Condition.BASELINE).counts().train());
        List<Integer> places = places(composition, "baseline");
        assertThat(places.subList(0, 1370)).containsOnly(1);
        assertThat(places.subList(1370, 3370)).containsOnly(2);
        assertThat(composition.training().items()).allMatch(item -> item.draw() == 0);
        TrainingCounts counts = composition.counts().training();
        assertThat(counts.items()).isEqualTo(5370);
        assertThat(counts.drawn()).isEqualTo(5370);
        assertThat((double) counts.interested()).isCloseTo(5370 * 1860.0 / 3370, within(1.0));
    }

    @Test
    void augmentedCopiesHaveDrawsOfTheirOwn() {
        Composition composition = control(Condition.ALL_SOURCES, Means.AUGMENTED);

        assertThat(composition.training().items()).hasSize(7392).doesNotHaveDuplicates();
        assertThat(composition.training().items()).allMatch(item -> item.draw() == item.copy());
        assertThat(composition.training().drawsOfAPass()).isEqualTo(3);
    }

    @Test
    void moreUpdatesLeaveTheListAsItIs() {
        Composition composition = control(Condition.BASELINE_STYLEGAN2, Means.UPDATES);

        assertThat(composition.training())
                .isEqualTo(
                        new TrainingSet(
                                compose(Condition.BASELINE).training().items(), 3370 + 2022));
    }

    @Test
    void theOtherConditionsCapsAndWeightsCount() {
        TrainingMix mix = TrainingMix.ALL.withCap("youtube", 100).withWeight("youtube", 3);
        Condition like = Condition.BASELINE_YOUTUBE.withMix(mix);

        assertThat(control(like, Means.AUGMENTED).training().drawn()).isEqualTo(3370 + 300);
    }

    @Test
    void copiesOfAWeightedListAreCountedOn() {
        Condition base =
                Condition.BASELINE.withMix(
                        TrainingMix.ALL.withCap("baseline", 1000).withWeight("baseline", 2));
        Composition duplicated =
                compose(base.likeInSize(Condition.BASELINE_YOUTUBE, Means.DUPLICATES));
        Composition augmented =
                compose(base.likeInSize(Condition.BASELINE_YOUTUBE, Means.AUGMENTED));

        for (Composition composition : List.of(duplicated, augmented)) {
            assertThat(composition.training().items()).hasSize(5370);
            assertThat(
                            composition.training().items().stream()
                                    .map(item -> item.sample().id() + " " + item.copy()))
                    .doesNotHaveDuplicates();
            assertThat(places(composition, "baseline")).hasSize(1000).allMatch(n -> n >= 4);
        }
        assertThat(duplicated.training().drawsOfAPass()).isEqualTo(2);
        assertThat(augmented.training().items()).allMatch(item -> item.draw() == item.copy());
    }

    @Test
    void aConditionThatIsLargerCannotBeMadeEqual() {
        Condition control =
                Condition.BASELINE_YOUTUBE.likeInSize(Condition.BASELINE, Means.UPDATES);

        assertThatThrownBy(() -> compose(control))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining(
                        "5370 images to draw in an epoch, more than the 3370 of Baseline");
    }

    @Test
    void theOtherConditionsManifestsAreNeeded() {
        Condition control = Condition.BASELINE.likeInSize(Condition.ALL_SOURCES, Means.UPDATES);
        List<Manifest> manifests = TableOneTest.PAPER.subList(0, 2);

        assertThatThrownBy(() -> Composition.compose(control, CategorySplit.paper(), manifests))
                .isInstanceOf(PlanException.class)
                .hasMessage(
                        "source stylegan2: condition "
                                + control.title()
                                + " needs its manifest (ingest the source first, or leave the"
                                + " condition out)");
    }

    @Test
    void itsFileSaysHowManyPlacesEachImageHas(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("composition.json");
        CompositionFile.write(file, control(Condition.BASELINE_YOUTUBE, Means.DUPLICATES));
        JsonNode json = new ObjectMapper().readTree(file.toFile());

        assertThat(json.at("/version").asInt()).isEqualTo(2);
        assertThat(json.at("/condition/mix/control/like/id").asText())
                .isEqualTo("baseline-youtube");
        assertThat(json.at("/counts/train/total").asInt()).isEqualTo(3370);
        assertThat(json.at("/counts/training/drawn").asInt()).isEqualTo(5370);
        assertThat(json.at("/samples/TRAIN")).hasSize(3370);
        assertThat(json.at("/trainingPlaces")).hasSize(3370);
        int sum = 0;
        for (JsonNode places : json.at("/trainingPlaces")) {
            sum += places.asInt();
        }
        assertThat(sum).isEqualTo(5370);

        CompositionFile.write(file, compose(Condition.BASELINE));
        assertThat(new ObjectMapper().readTree(file.toFile()).has("trainingPlaces")).isFalse();
    }
}
