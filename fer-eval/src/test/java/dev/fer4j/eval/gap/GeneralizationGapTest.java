package dev.fer4j.eval.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.math.Stats;
import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.HeldOutPeople;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneralizationGapTest {

    private static final Condition BASELINE = Condition.BASELINE;
    private static final StudyPlan PAPER = StudyPlan.paper(List.of(BASELINE));
    private static final StudyPlan FULL =
            PAPER.withSeen(new HeldOutPeople(50, new Seed(3))).withRotations().withSeeds(2);
    private static final RotationStudy STUDY = new RotationStudy(10, 1.0, 0.6, 0.4, new Seed(5));

    private static GapEstimate last(GeneralizationGap gaps, Gap gap) {
        List<GapEstimate> all = gaps.of(gap, BASELINE);
        GapEstimate last = all.get(all.size() - 1);
        assertThat(last.scope()).isEqualTo("all");
        return last;
    }

    private static double auc(Predictions cases) {
        return RocCurve.of(cases.positives(), cases.probabilities()).auc().value().orElseThrow();
    }

    private static double mean(List<CellResult> results, Function<CellResult, Predictions> of) {
        return Stats.meanOf(results.stream().map(of).map(GeneralizationGapTest::auc).toList());
    }

    private static Predictions without(String person, Predictions cases) {
        return new Predictions(
                cases.all().stream().filter(p -> !p.participant().equals(person)).toList());
    }

    private static Predictions only(Set<String> people, Predictions cases) {
        return new Predictions(
                cases.all().stream().filter(p -> people.contains(p.participant())).toList());
    }

    private static Set<String> people(Predictions cases) {
        Set<String> people = new TreeSet<>();
        cases.all().forEach(p -> people.add(p.participant()));
        return people;
    }

    /** The jackknife's interval by the book, from a function of who is left out. */
    private static Interval jackknife(Set<String> people, Function<String, Double> without) {
        Stats left = Stats.of(people.stream().map(without).toList());
        int k = people.size();
        double error = Math.sqrt((k - 1) * left.populationVariance());
        double reach = new TDistribution(k - 1).inverseCumulativeProbability(0.975) * error;
        double value = without.apply("nobody");
        return new Interval(value - reach, value + reach, 0.95);
    }

    private static void assertSame(Interval actual, Interval expected) {
        assertThat(actual.lower()).isCloseTo(expected.lower(), within(1e-9));
        assertThat(actual.upper()).isCloseTo(expected.upper(), within(1e-9));
    }

    @Test
    void seenAndTestPeopleOfOneSplitAreComparedAsTwoGroups() {
        StudyResult study = STUDY.of(FULL);
        CategorySplit split = FULL.splits().get(2);
        List<CellResult> own =
                study.cells().stream().filter(r -> r.cell().split().equals(split)).toList();

        GapEstimate gap = GeneralizationGap.of(study).of(Gap.SEEN, BASELINE).get(2);

        assertThat(gap.scope()).isEqualTo(split.id());
        assertThat(gap.trainings()).isEqualTo(2);
        double seen = mean(own, r -> r.seen().orElseThrow());
        double test = mean(own, CellResult::test);
        assertThat(gap.first().value().orElseThrow()).isCloseTo(seen, within(1e-12));
        assertThat(gap.second().value().orElseThrow()).isCloseTo(test, within(1e-12));
        assertThat(gap.difference().value().orElseThrow()).isCloseTo(seen - test, within(1e-12));
        Set<String> people = people(own.get(0).test());
        people.addAll(people(own.get(0).seen().orElseThrow()));
        assertThat(people).hasSize(15);
        assertSame(
                gap.overPeople().result().orElseThrow(),
                jackknife(
                        people,
                        p ->
                                mean(own, r -> without(p, r.seen().orElseThrow()))
                                        - mean(own, r -> without(p, r.test()))));
    }

    @Test
    void intervalOverSeedsIsStudents() {
        StudyPlan plan = PAPER.withSeeds(4);
        StudyResult study = STUDY.of(plan);

        GapEstimate gap = last(GeneralizationGap.of(study), Gap.VALIDATION);

        Stats differences =
                Stats.of(
                        study.cells().stream()
                                .map(r -> auc(r.validation()) - auc(r.test()))
                                .toList());
        double reach =
                new TDistribution(3).inverseCumulativeProbability(0.975)
                        * differences.sampleStandardDeviation()
                        / 2;
        assertSame(
                gap.overSeeds().result().orElseThrow(),
                new Interval(differences.mean() - reach, differences.mean() + reach, 0.95));
    }

    /** V = s² / J + c by the book, c from the jackknife's variances of the sum and of each. */
    @Test
    void intervalOverBothIsCrossed() {
        StudyPlan plan = PAPER.withSeen(new HeldOutPeople(50, new Seed(3))).withSeeds(3);
        StudyResult study = STUDY.of(plan);
        Set<String> people = people(study.cells().get(0).test());
        people.addAll(people(study.cells().get(0).seen().orElseThrow()));
        int k = people.size();

        GapEstimate gap = last(GeneralizationGap.of(study), Gap.SEEN);

        double ofEach = 0;
        for (CellResult result : study.cells()) {
            ofEach += variance(people, p -> gap(List.of(result), p));
        }
        double ofSum = variance(people, p -> 3 * gap(study.cells(), p));
        double c = Math.max(0, (ofSum - ofEach) / 6);
        Stats values =
                Stats.of(study.cells().stream().map(r -> gap(List.of(r), "nobody")).toList());
        double s = values.sampleVariance() / 3;
        double freedom = (s + c) * (s + c) / (s * s / 2 + c * c / (k - 1));
        double reach =
                new TDistribution(freedom).inverseCumulativeProbability(0.975) * Math.sqrt(s + c);
        assertSame(
                gap.overBoth().result().orElseThrow(),
                new Interval(values.mean() - reach, values.mean() + reach, 0.95));
    }

    private static double gap(List<CellResult> results, String without) {
        return mean(results, r -> without(without, r.seen().orElseThrow()))
                - mean(results, r -> without(without, r.test()));
    }

    private static double variance(Set<String> people, Function<String, Double> without) {
        return (people.size() - 1)
                * Stats.of(people.stream().map(without).toList()).populationVariance();
    }

    @Test
    void withOneSeedTheIntervalIsThatOverPeople() {
        GapEstimate gap = last(GeneralizationGap.of(STUDY.of(PAPER)), Gap.VALIDATION);

        assertThat(gap.overBoth()).isEqualTo(gap.overPeople());
        assertThat(gap.overBoth().result()).isPresent();
    }

    @Test
    void contentIsComparedOnTheSamePeople() {
        StudyResult study = STUDY.of(FULL);
        GeneralizationGap gaps = GeneralizationGap.of(study);

        assertThat(gaps.of(Gap.CONTENT, BASELINE).stream().map(GapEstimate::scope))
                .containsExactly("food-market", "cosmetics-fashion", "car-technology", "all");
        GapEstimate food = gaps.of(Gap.CONTENT, BASELINE).get(0);
        assertThat(food.trainings()).isEqualTo(8);
        List<CellResult> trained = with(study, CategorySplit::train);
        List<CellResult> tested = with(study, CategorySplit::test);
        Set<String> people = people(trained.get(0).seen().orElseThrow());
        assertThat(people).hasSize(5);
        assertSame(
                food.overPeople().result().orElseThrow(),
                jackknife(
                        people,
                        p ->
                                mean(trained, r -> without(p, r.seen().orElseThrow()))
                                        - mean(tested, r -> without(p, only(people, r.test())))));
        // Skill 1.0 against 0.4; see the simulation below for the interval.
        assertThat(last(gaps, Gap.CONTENT).difference().value().orElseThrow())
                .isCloseTo(0.20, within(0.08));
    }

    private static List<CellResult> with(StudyResult study, Function<CategorySplit, Set<?>> role) {
        return study.cells().stream()
                .filter(r -> role.apply(r.cell().split()).equals(PAPER.splits().get(0).train()))
                .toList();
    }

    @Test
    void selectionIsComparedOnTheSamePeopleAndTrainingCategories() {
        StudyResult study = STUDY.of(FULL);
        GeneralizationGap gaps = GeneralizationGap.of(study);
        CategorySplit split = FULL.splits().get(0);
        CategorySplit swapped = FULL.splits().get(1);

        GapEstimate gap = gaps.of(Gap.SELECTION, BASELINE).get(0);

        assertThat(swapped.validate()).isEqualTo(split.test());
        assertThat(gap.scope()).isEqualTo(split.id());
        assertThat(gap.first().value().orElseThrow())
                .isCloseTo(mean(cells(study, swapped), CellResult::validation), within(1e-12));
        assertThat(gap.second().value().orElseThrow())
                .isCloseTo(mean(cells(study, split), CellResult::test), within(1e-12));
        assertThat(gaps.of(Gap.SELECTION, BASELINE)).hasSize(7);
        assertThat(last(gaps, Gap.SELECTION).difference().value().orElseThrow())
                .isCloseTo(0.08, within(0.06));
    }

    private static List<CellResult> cells(StudyResult study, CategorySplit split) {
        return study.cells().stream().filter(r -> r.cell().split().equals(split)).toList();
    }

    /** Without a gap, an interval at 95 % that is no wider than needed misses it 1 time in 20. */
    @Test
    void intervalsOverPeopleCoverTheTruth() {
        StudyPlan plan = PAPER.withSeen(new HeldOutPeople(50, new Seed(3))).withRotations();
        int studies = 200;
        int content = 0;
        int selection = 0;
        for (int i = 0; i < studies; i++) {
            RotationStudy study = new RotationStudy(12, 0.5, 0.5, 0.5, new Seed(i));
            GeneralizationGap gaps = GeneralizationGap.of(study.of(plan));
            content += covers(last(gaps, Gap.CONTENT)) ? 1 : 0;
            selection += covers(last(gaps, Gap.SELECTION)) ? 1 : 0;
        }

        assertThat(content / (double) studies).isBetween(0.91, 0.99);
        assertThat(selection / (double) studies).isBetween(0.91, 0.99);
    }

    private static boolean covers(GapEstimate gap) {
        return gap.overPeople().result().orElseThrow().contains(0);
    }

    @Test
    void trainingImagesHaveNoIntervalOverPeople() {
        GeneralizationGap gaps = GeneralizationGap.of(STUDY.of(PAPER.withSeeds(3)));
        GapEstimate gap = last(gaps, Gap.TRAINING);

        assertThat(gap.first().value().orElseThrow()).isBetween(0.9, 0.95);
        assertThat(gap.overSeeds().result()).isPresent();
        assertThat(gap.overPeople().undefinedBecause())
                .isEqualTo(gap.overBoth().undefinedBecause())
                .contains("training results are not recorded by person");
        assertThat(gaps.trainings()).hasSize(3);
        assertThat(gaps.trainings().get(2).seed()).isEqualTo(3);
    }

    @Test
    void thePapersPlanHasNoGapOfContentAndSaysWhatItWouldTake() {
        GeneralizationGap gaps = GeneralizationGap.of(STUDY.of(PAPER));

        assertThat(last(gaps, Gap.SEEN).toText())
                .isEqualTo(
                        "undefined: needs people of the training categories who are held out of"
                                + " training (StudyPlan.withSeen)");
        assertThat(last(gaps, Gap.CONTENT).difference().undefinedBecause())
                .contains(
                        "needs people of the training categories who are held out of training"
                                + " (StudyPlan.withSeen)");
        assertThat(last(gaps, Gap.SELECTION).difference().undefinedBecause())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("needs rotations"));
        assertThat(last(gaps, Gap.VALIDATION).overSeeds().undefinedBecause())
                .contains("needs at least two training seeds; there is one");
        assertThat(gaps.trainings().get(0).seen().undefinedBecause())
                .contains("no one in the training categories was held out");
        StudyResult held = STUDY.of(PAPER.withSeen(new HeldOutPeople(50, new Seed(3))));
        assertThat(last(GeneralizationGap.of(held), Gap.CONTENT).difference().undefinedBecause())
                .contains(
                        "needs rotations: no split tests on a category that another one trains on");
    }

    @Test
    void trainingImagesAreUndefinedForOtherUnits() {
        GeneralizationGap gaps = GeneralizationGap.of(STUDY.of(PAPER), EvaluationUnit.RECORDING);

        assertThat(last(gaps, Gap.TRAINING).difference().undefinedBecause())
                .contains("training results are recorded per image only");
        assertThat(last(gaps, Gap.VALIDATION).difference().value()).isPresent();
    }

    @Test
    void oneClassIsUndefinedAndSaysSo() {
        StudyResult study = STUDY.of(PAPER);
        CellResult good = study.cells().get(0);
        List<Prediction> positives =
                good.test().all().stream().filter(p -> p.label() == Label.POSITIVE).toList();
        CellResult bad =
                new CellResult(
                        good.cell(),
                        new TrainingHistory(List.of(), 0),
                        good.validation(),
                        new Predictions(positives));

        GeneralizationGap gaps = GeneralizationGap.of(new StudyResult(PAPER, List.of(bad), 0));

        GapEstimate gap = last(gaps, Gap.VALIDATION);
        assertThat(gap.first().value()).isPresent();
        assertThat(gap.difference().undefinedBecause().orElseThrow())
                .contains("of the positive class");
        assertThat(gap.overPeople().undefinedBecause())
                .isEqualTo(gap.difference().undefinedBecause());
        assertThat(last(gaps, Gap.TRAINING).difference().undefinedBecause())
                .contains("nothing was trained");
    }

    @Test
    void samplesThatAreMissingInOneRoleAreNotComparedInSilence() {
        StudyResult study = STUDY.of(FULL);
        List<CellResult> cells = new ArrayList<>(study.cells());
        // The first split's swapped partner validates what the first one tests.
        CellResult first = cells.get(0);
        cells.set(
                0,
                new CellResult(
                        first.cell(),
                        first.history(),
                        new Predictions(first.validation().all().subList(1, 80)),
                        first.test(),
                        first.seen()));

        GeneralizationGap gaps = GeneralizationGap.of(new StudyResult(FULL, cells, 0));

        assertThat(
                        gaps.of(Gap.SELECTION, BASELINE).stream()
                                .filter(gap -> gap.difference().value().isEmpty())
                                .map(gap -> gap.difference().undefinedBecause().orElseThrow()))
                .hasSize(2)
                .allMatch(
                        reason ->
                                reason.equals(
                                        "of 80 samples that are compared only 79 are predicted in"
                                                + " both roles"));
    }

    @Test
    void isWrittenWithWhatItMeans(@TempDir Path folder) throws Exception {
        GeneralizationGap gaps = GeneralizationGap.of(STUDY.of(FULL));

        gaps.write(folder.resolve("gaps.json"));

        assertThat(Files.readString(folder.resolve("gaps.json")))
                .contains("\"positiveClass\" : \"INTERESTED\"", "\"reading\"", "\"CONTENT\"");
        assertThat(last(gaps, Gap.CONTENT).toText())
                .matches(
                        "0\\.\\d{3} − 0\\.\\d{3} = \\+0\\.\\d{3} \\(95 % .0\\.\\d{3} to"
                                + " .0\\.\\d{3}\\)");
    }
}
