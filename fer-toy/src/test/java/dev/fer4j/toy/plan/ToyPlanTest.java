package dev.fer4j.toy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Gender;
import dev.fer4j.core.Label;
import dev.fer4j.core.Seed;
import dev.fer4j.toy.RankingQuality;
import dev.fer4j.toy.face.Identity;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToyPlanTest {

    private static final Map<AdCategory, ToyScale.Category> DEFAULT =
            Map.of(
                    AdCategory.FOOD_MARKET, ToyScale.defaults().food(),
                    AdCategory.COSMETICS_FASHION, ToyScale.defaults().cosmetics(),
                    AdCategory.CAR_TECHNOLOGY, ToyScale.defaults().car());

    private static Map<AdCategory, List<PlannedRecording>> byCategory(ToyPlan plan) {
        return plan.recordings().stream()
                .collect(Collectors.groupingBy(PlannedRecording::category));
    }

    private static long interested(List<PlannedRecording> recordings) {
        return recordings.stream().filter(r -> r.label() == Label.INTERESTED).count();
    }

    @Test
    void bothAnswersOccurInEveryCategoryWhateverTheSeed() {
        for (int seed = 0; seed < 100; seed++) {
            for (ToyScale scale : List.of(ToyScale.SMALLEST, ToyScale.defaults())) {
                byCategory(ToyPlan.of(new Seed(seed), scale))
                        .forEach(
                                (category, recordings) ->
                                        assertThat(interested(recordings))
                                                .as(category.id())
                                                .isBetween(1L, recordings.size() - 1L));
            }
        }
    }

    @Test
    void shareOfInterestedIsCloseToThePrevalence() {
        for (int seed = 0; seed < 20; seed++) {
            var plan = byCategory(ToyPlan.of(new Seed(seed), ToyScale.defaults()));
            DEFAULT.forEach(
                    (category, size) -> {
                        List<PlannedRecording> recordings = plan.get(category);
                        assertThat(recordings).hasSize(size.recordings());
                        assertThat((double) interested(recordings) / recordings.size())
                                .isBetween(size.prevalence() - 0.05, size.prevalence() + 0.05);
                    });
        }
    }

    @Test
    void recordingsOfOneParticipantAndAdShareTheAnswer() {
        ToyPlan plan = ToyPlan.of(new Seed(1), ToyScale.defaults());
        Map<String, List<PlannedRecording>> pairs =
                plan.recordings().stream()
                        .collect(
                                Collectors.groupingBy(
                                        r -> r.participant().number() + "-" + r.ad()));
        assertThat(pairs.values())
                .allSatisfy(
                        pair ->
                                assertThat(pair)
                                        .extracting(PlannedRecording::label)
                                        .containsOnly(pair.get(0).label()))
                .anySatisfy(pair -> assertThat(pair).hasSizeGreaterThan(1));
    }

    @Test
    void recordingIdsDifferAndParticipantsAreNumberedAsInTheOriginal() {
        ToyPlan plan = ToyPlan.of(new Seed(1), ToyScale.defaults());
        assertThat(plan.recordings()).extracting(PlannedRecording::id).doesNotHaveDuplicates();
        Map<AdCategory, List<Integer>> numbers =
                plan.recordings().stream()
                        .collect(
                                Collectors.groupingBy(
                                        PlannedRecording::category,
                                        Collectors.mapping(
                                                r -> r.participant().number(),
                                                Collectors.collectingAndThen(
                                                        Collectors.toList(),
                                                        l ->
                                                                l.stream()
                                                                        .distinct()
                                                                        .sorted()
                                                                        .toList()))));
        assertThat(numbers)
                .containsEntry(
                        AdCategory.COSMETICS_FASHION, IntStream.rangeClosed(1, 18).boxed().toList())
                .containsEntry(
                        AdCategory.CAR_TECHNOLOGY, IntStream.rangeClosed(19, 38).boxed().toList())
                .containsEntry(
                        AdCategory.FOOD_MARKET, IntStream.rangeClosed(39, 58).boxed().toList());
    }

    @Test
    void clipsLastAsLongAsTheScaleSays() {
        ToyPlan plan = ToyPlan.of(new Seed(1), ToyScale.defaults());
        List<Double> seconds =
                plan.recordings().stream()
                        .flatMap(
                                r ->
                                        r.clips().stream()
                                                .map(
                                                        c ->
                                                                (double) c.frames()
                                                                        / r.framesPerSecond()))
                        .toList();
        assertThat(seconds).allSatisfy(s -> assertThat(s).isBetween(0.4, 4.04));
        double mean = seconds.stream().mapToDouble(s -> s).sum() / seconds.size();
        assertThat(mean / ToyScale.defaults().meanClipSeconds()).isBetween(0.9, 1.2);
        assertThat(plan.recordings())
                .anySatisfy(r -> assertThat(r.clips()).hasSize(2))
                .anySatisfy(r -> assertThat(r.mpeg4()).isTrue())
                .anySatisfy(r -> assertThat(r.mpeg4()).isFalse());
    }

    @Test
    void halfOfTheStillsAreOfEitherLabel() {
        for (int seed = 0; seed < 20; seed++) {
            for (ToyScale scale : List.of(ToyScale.SMALLEST, ToyScale.defaults())) {
                Map<Label, Integer> stills =
                        ToyPlan.of(new Seed(seed), scale).series().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                PlannedSeries::label,
                                                Collectors.summingInt(s -> s.stills().size())));
                int half = scale.youtubePeople() / 2 * scale.stillsPerPerson();
                assertThat(stills)
                        .containsEntry(Label.INTERESTED, half)
                        .containsEntry(Label.NOT_INTERESTED, half);
            }
        }
    }

    @Test
    void appearanceAndSurroundingsDoNotTellTheLabel() {
        ToyScale large =
                new ToyScale(
                        new ToyScale.Category(4, 4, 0.5),
                        new ToyScale.Category(4, 4, 0.5),
                        new ToyScale.Category(4, 4, 0.5),
                        998,
                        1,
                        1,
                        1,
                        1,
                        2);
        List<PlannedSeries> people = ToyPlan.of(new Seed(5), large).series();
        Map<String, ToDoubleFunction<PlannedSeries>> looks =
                Map.of(
                        "skin", s -> s.identity().skin().tone(),
                        "hair", s -> s.identity().hair().colour().getRed(),
                        "curls",
                                s ->
                                        s.identity().hair().style() == Identity.HairStyle.CURLS
                                                ? 1
                                                : 0,
                        "age", s -> s.identity().age(),
                        "gender", s -> s.identity().gender() == Gender.FEMALE ? 1 : 0,
                        "wall", s -> s.stills().get(0).scene().wall().getGreen(),
                        "warmth", s -> s.stills().get(0).scene().light().warmth(),
                        "light", s -> s.stills().get(0).scene().light().level(),
                        "framing", s -> s.stills().get(0).scene().framing().faceHeight(),
                        "noise", s -> s.stills().get(0).scene().noise());
        boolean[] interested = new boolean[people.size()];
        for (int i = 0; i < interested.length; i++) {
            interested[i] = people.get(i).label() == Label.INTERESTED;
        }
        // The standard error of this AUC is 0.018 for 499 people of either label.
        looks.forEach(
                (name, look) ->
                        assertThat(
                                        RankingQuality.auc(
                                                people.stream().mapToDouble(look).toArray(),
                                                interested))
                                .as(name)
                                .isBetween(0.43, 0.57));
    }
}
