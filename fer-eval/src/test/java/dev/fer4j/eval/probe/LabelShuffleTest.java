package dev.fer4j.eval.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Control;
import dev.fer4j.core.design.HeldOutPeople;
import dev.fer4j.core.design.Split;
import dev.fer4j.eval.study.StudyPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LabelShuffleTest {

    private static final Manifest BASELINE = Samples.baseline(6);
    private static final Manifest YOUTUBE = Samples.youtube(5);
    private static final Manifest STYLEGAN2 = Samples.stylegan2(BASELINE, AdCategory.FOOD_MARKET);
    private static final List<Manifest> MANIFESTS = List.of(BASELINE, YOUTUBE, STYLEGAN2);
    private static final Cell CELL =
            new Cell(Condition.ALL_SOURCES, CategorySplit.paper(), new Seed(1));

    private static List<Manifest> shuffled(Cell cell) {
        return LabelShuffle.manifests(MANIFESTS, cell);
    }

    private static Map<String, Label> labels(List<Manifest> manifests) {
        Map<String, Label> labels = new HashMap<>();
        manifests.forEach(m -> m.samples().forEach(s -> labels.put(s.id(), s.label())));
        return labels;
    }

    private static Predicate<Sample> in(Split use) {
        return sample ->
                sample.category().flatMap(CategorySplit.paper()::splitOf).equals(Optional.of(use));
    }

    private static long moved(Manifest before, Manifest after, Predicate<Sample> which) {
        Map<String, Label> labels = labels(List.of(after));
        return before.samples().stream()
                .filter(which)
                .filter(sample -> labels.get(sample.id()) != sample.label())
                .count();
    }

    @Test
    void labelsOfTrainingAndValidationMoveAndThoseOfTheTestStay() {
        Manifest after = shuffled(CELL).get(0);

        assertThat(moved(BASELINE, after, in(Split.TRAIN))).isPositive();
        assertThat(moved(BASELINE, after, in(Split.VALIDATE))).isPositive();
        assertThat(moved(BASELINE, after, in(Split.TEST))).isZero();
        assertThat(moved(YOUTUBE, shuffled(CELL).get(1), any -> true)).isPositive();
    }

    @Test
    void imagesOfARecordingKeepOneLabel() {
        Map<String, List<Label>> byRecording =
                shuffled(CELL).get(0).samples().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Sample::recording,
                                        Collectors.mapping(Sample::label, Collectors.toList())));

        assertThat(byRecording.values())
                .allMatch(labels -> labels.stream().distinct().count() == 1);
    }

    /** 30 recordings train, of which 18 are interested, and 5 series of each label. */
    @Test
    void asManyRecordingsOfEachLabelAsBefore() {
        List<Manifest> after = shuffled(CELL);
        long validation =
                after.get(0).samples().stream()
                        .filter(in(Split.VALIDATE))
                        .filter(sample -> sample.label() == Label.INTERESTED)
                        .count();
        long trainingRecordings =
                after.get(0).samples().stream()
                        .filter(in(Split.TRAIN).and(s -> s.label() == Label.INTERESTED))
                        .map(Sample::recording)
                        .distinct()
                        .count();
        // A series of stills has 2 images.
        long stillUnits =
                after.get(1).samples().stream()
                                .filter(sample -> sample.label() == Label.INTERESTED)
                                .count()
                        / 2;

        assertThat(validation).isEqualTo(36);
        assertThat(trainingRecordings + stillUnits).isEqualTo(18 + 5);
    }

    @Test
    void aRecordingInSeveralSplitsKeepsItsLabel() {
        List<Sample> samples = new ArrayList<>(BASELINE.samples());
        for (AdCategory category :
                List.of(
                        AdCategory.FOOD_MARKET,
                        AdCategory.COSMETICS_FASHION,
                        AdCategory.CAR_TECHNOLOGY)) {
            for (int r = 0; r < 20; r++) {
                samples.add(
                        Samples.of(
                                "baseline/" + category + "/leak-" + r,
                                r % 2 == 0 ? Label.INTERESTED : Label.NOT_INTERESTED,
                                "leak",
                                "leak-" + r,
                                Optional.of(category),
                                "baseline",
                                new Origin.StillImage("leak")));
            }
        }
        Manifest leaking = new Manifest("baseline", samples, List.of());

        Manifest after = LabelShuffle.manifests(List.of(leaking), CELL).get(0);

        assertThat(moved(leaking, after, s -> s.participant().equals("leak"))).isZero();
        assertThat(moved(leaking, after, in(Split.TRAIN))).isPositive();
    }

    @Test
    void syntheticImagesFollowTheirParent() {
        List<Manifest> after = shuffled(CELL);
        Map<String, Label> ofRecording = new HashMap<>();
        after.get(0).samples().forEach(s -> ofRecording.put(s.recording(), s.label()));

        assertThat(after.get(2).samples())
                .isNotEmpty()
                .allMatch(
                        sample ->
                                sample.label()
                                        == ofRecording.get(
                                                ((Origin.Synthetic) sample.origin())
                                                        .parentRecording()));
        assertThat(moved(STYLEGAN2, after.get(2), any -> true)).isPositive();
    }

    @Test
    void sourcesThatDoNotTrainAndParentsThatDoNotTrainStay() {
        Cell baseline = new Cell(Condition.BASELINE, CategorySplit.paper(), new Seed(1));
        Cell otherWay =
                new Cell(
                        Condition.ALL_SOURCES,
                        CategorySplit.of(
                                AdCategory.CAR_TECHNOLOGY,
                                AdCategory.COSMETICS_FASHION,
                                AdCategory.FOOD_MARKET),
                        new Seed(1));

        assertThat(shuffled(baseline).subList(1, 3)).isEqualTo(MANIFESTS.subList(1, 3));
        assertThat(shuffled(otherWay).get(2)).isEqualTo(STYLEGAN2);
    }

    @Test
    void onlyLabelsChange() {
        Manifest after = shuffled(CELL).get(0);
        List<Sample> back =
                after.samples().stream()
                        .map(sample -> sample.withLabel(labels(MANIFESTS).get(sample.id())))
                        .toList();

        assertThat(back).isEqualTo(BASELINE.samples());
    }

    @Test
    void shufflesDependOnTheSeedAlone() {
        Cell other = new Cell(CELL.condition(), CELL.split(), new Seed(2));

        assertThat(shuffled(CELL)).isEqualTo(shuffled(CELL));
        assertThat(labels(shuffled(other))).isNotEqualTo(labels(shuffled(CELL)));
    }

    @Test
    void everyRecordingGetsEitherLabelAsOftenAsAnother() {
        Map<String, Integer> interested = new HashMap<>();
        int shuffles = 400;
        for (int i = 0; i < shuffles; i++) {
            Cell cell = new Cell(Condition.BASELINE, CategorySplit.paper(), new Seed(i));
            for (Sample sample : shuffled(cell).get(0).samples()) {
                if (in(Split.TRAIN).test(sample) && sample.id().endsWith("/0")) {
                    interested.merge(
                            sample.recording(),
                            sample.label() == Label.INTERESTED ? 1 : 0,
                            Integer::sum);
                }
            }
        }

        // 240 expected; four standard deviations are 39.
        assertThat(interested).hasSize(30);
        assertThat(interested.values()).allMatch(count -> Math.abs(count - 240) < 40);
    }

    @Test
    void thePlanHasTheConditionsUnderNamesOfTheirOwn() {
        StudyPlan study =
                new StudyPlan(
                        List.of(
                                Condition.BASELINE,
                                Condition.BASELINE_YOUTUBE,
                                Condition.BASELINE.likeInSize(
                                        Condition.BASELINE_YOUTUBE, Control.Means.UPDATES)),
                        List.of(CategorySplit.paper().withSeen(new HeldOutPeople(20, new Seed(1)))),
                        List.of(new Seed(1)));

        StudyPlan plan = LabelShuffle.plan(study, 10);

        assertThat(plan.conditions().stream().map(Condition::id))
                .containsExactly("baseline-shuffled-labels", "baseline-youtube-shuffled-labels");
        assertThat(plan.conditions().get(1).title())
                .isEqualTo("Baseline + YouTube, labels shuffled");
        assertThat(plan.conditions().get(1).trainingSources())
                .containsExactly("baseline", "youtube");
        assertThat(plan.seeds()).hasSize(10);
        assertThat(plan.splits()).containsExactly(CategorySplit.paper());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelShuffle.plan(study, 1))
                .withMessageContaining("at least 2");
    }
}
