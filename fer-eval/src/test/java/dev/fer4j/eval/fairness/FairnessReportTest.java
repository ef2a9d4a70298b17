package dev.fer4j.eval.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.Metric;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.metric.ThresholdChoice;
import dev.fer4j.eval.metric.ThresholdRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FairnessReportTest {

    private static final GroupColumn GENDER = GroupColumn.named("gender");

    /** Two women, one of them right; two men, both called positive; one of unknown gender. */
    private static final Predictions CASES =
            new Predictions(
                    List.of(
                            person("a", Label.INTERESTED, 0.9, Map.of("gender", "F", "age", "20")),
                            person("b", Label.INTERESTED, 0.1, Map.of("gender", "F", "age", "70")),
                            person("c", Label.NOT_INTERESTED, 0.2, Map.of("gender", "F")),
                            person("d", Label.INTERESTED, 0.8, Map.of("gender", "M", "age", "24")),
                            person("e", Label.NOT_INTERESTED, 0.7, Map.of("gender", "M")),
                            person("f", Label.NOT_INTERESTED, 0.3, Map.of())));

    private static Prediction person(
            String id, Label label, double probability, Map<String, String> groups) {
        return new Prediction(id, label, probability, "r" + id, "p" + id, groups);
    }

    private static FairnessReport report(GroupColumn column) {
        return FairnessReport.of(CASES, column, Threshold.HALF, 2);
    }

    @Test
    void unknownIsAGroupOfItsOwn() {
        assertThat(report(GENDER).groups())
                .extracting(GroupMetrics::group)
                .containsExactly("F", "M", "unknown");
    }

    @Test
    void everybodyIsInAGroup() {
        for (GroupColumn column :
                List.of(
                        GENDER,
                        GroupColumn.ageBands(),
                        GroupColumn.intersection(GENDER, GroupColumn.ageBands()),
                        GroupColumn.named("nobody has it"))) {
            assertThat(report(column).groups().stream().mapToInt(g -> g.size().cases()).sum())
                    .isEqualTo(CASES.size());
        }
    }

    @Test
    void groupsHaveTheirRates() {
        GroupMetrics women = report(GENDER).groups().get(0);

        assertThat(women.size()).isEqualTo(new GroupMetrics.Size(3, 3, 3));
        assertThat(women.rate(ConfusionMatrix::selectionRate).value()).contains(1 / 3.0);
        assertThat(women.rate(ConfusionMatrix::recall).value()).contains(0.5);
        assertThat(women.rate(ConfusionMatrix::falsePositiveRate).value()).contains(0.0);
        assertThat(women.rocAuc().value()).contains(0.5);
        assertThat(women.small()).isFalse();
    }

    @Test
    void aGroupWithoutPositivesHasNoTruePositiveRateAndIsLeftOutByName() {
        GroupGap gap = report(GENDER).gap(FairnessGap.EQUAL_OPPORTUNITY_DIFFERENCE);

        assertThat(gap.value().value()).contains(0.5);
        assertThat(gap.between()).containsExactly("M", "F");
        assertThat(gap.leftOut())
                .containsExactly(
                        "unknown has no true positive rate: no sample is of the positive class");
    }

    @Test
    void oddsAreTheLargerOfBothDifferences() {
        GroupGap odds = report(GENDER).gap(FairnessGap.EQUALIZED_ODDS_DIFFERENCE);

        // False positive rates are 0, 1 and 0, true positive rates 1/2 and 1.
        assertThat(odds.value().value()).contains(1.0);
        assertThat(odds.between()).containsExactly("M", "F");
        assertThat(odds.leftOut()).hasSize(1);
    }

    @Test
    void oddsAreUndefinedIfOneDifferenceIs() {
        Predictions positives =
                new Predictions(
                        List.of(
                                person("a", Label.INTERESTED, 0.9, Map.of("gender", "F")),
                                person("b", Label.INTERESTED, 0.1, Map.of("gender", "M"))));
        FairnessReport report = FairnessReport.of(positives, GENDER, Threshold.HALF);
        GroupGap odds = report.gap(FairnessGap.EQUALIZED_ODDS_DIFFERENCE);

        assertThat(report.gap(FairnessGap.EQUAL_OPPORTUNITY_DIFFERENCE).value().value())
                .contains(1.0);
        assertThat(odds.value())
                .isEqualTo(
                        Outcome.undefined(
                                "needs two groups with a false positive rate; there are 0"));
        assertThat(odds.between()).isEmpty();
        assertThat(odds.leftOut()).hasSize(2);
    }

    @Test
    void parityComparesHowOftenPositiveIsSaid() {
        GroupGap difference = report(GENDER).gap(FairnessGap.DEMOGRAPHIC_PARITY_DIFFERENCE);
        assertThat(difference.value().value()).contains(1.0);
        assertThat(difference.between()).containsExactly("M", "unknown");
        assertThat(difference.small()).isTrue();
        assertThat(report(GENDER).gap(FairnessGap.DEMOGRAPHIC_PARITY_RATIO).value().value())
                .contains(0.0);
    }

    @Test
    void aRatioOfNothingIsUndefined() {
        FairnessReport nobody = FairnessReport.of(CASES, GENDER, Threshold.fixed(1));

        assertThat(nobody.gap(FairnessGap.DEMOGRAPHIC_PARITY_RATIO).value())
                .isEqualTo(Outcome.undefined("no sample is called positive"));
        GroupGap difference = nobody.gap(FairnessGap.DEMOGRAPHIC_PARITY_DIFFERENCE);
        assertThat(difference.value().value()).contains(0.0);
        assertThat(difference.between()).isEmpty();
    }

    @Test
    void oneGroupOrNoneHasNoGaps() {
        FairnessReport one = report(GroupColumn.named("hair"));
        assertThat(one.groups()).extracting(GroupMetrics::group).containsExactly("unknown");
        assertThat(one.gap(FairnessGap.DEMOGRAPHIC_PARITY_DIFFERENCE).value())
                .isEqualTo(
                        Outcome.undefined("needs two groups with a selection rate; there are 1"));

        FairnessReport none = FairnessReport.of(new Predictions(List.of()), GENDER, Threshold.HALF);
        assertThat(none.groups()).isEmpty();
        assertThat(none.gaps().values())
                .allSatisfy(gap -> assertThat(gap.value().undefinedBecause()).isPresent());
    }

    @Test
    void smallGroupsAreMarkedAndKept() {
        FairnessReport report = FairnessReport.of(CASES, GENDER, Threshold.HALF, 3);

        assertThat(report.groups())
                .extracting(GroupMetrics::small)
                .containsExactly(false, true, true);
        assertThat(report.groups().get(1).rate(ConfusionMatrix::recall).value()).contains(1.0);
        assertThat(report.gap(FairnessGap.EQUAL_OPPORTUNITY_DIFFERENCE).small()).isTrue();
    }

    @Test
    void agesArePutIntoBandsInTheirOrder() {
        FairnessReport report = report(GroupColumn.ageBands());

        assertThat(report.column()).isEqualTo("age band");
        assertThat(report.groups())
                .extracting(GroupMetrics::group)
                .containsExactly("18-24", "65+", "unknown");
    }

    @Test
    void intersectionsShowWhoIsMissing() {
        FairnessReport report = report(GroupColumn.intersection(GENDER, GroupColumn.ageBands()));

        assertThat(report.column()).isEqualTo("gender × age band");
        assertThat(report.groups()).hasSize(9);
        GroupMetrics oldMen =
                report.groups().stream()
                        .filter(group -> group.group().equals("M × 65+"))
                        .findFirst()
                        .orElseThrow();
        assertThat(oldMen.size()).isEqualTo(new GroupMetrics.Size(0, 0, 0));
        assertThat(oldMen.rate(ConfusionMatrix::selectionRate))
                .isEqualTo(Outcome.undefined("there are no samples"));
        assertThat(oldMen.rocAuc()).isEqualTo(Outcome.undefined("there are no samples"));
        assertThat(report.gap(FairnessGap.DEMOGRAPHIC_PARITY_DIFFERENCE).leftOut())
                .contains("M × 65+ has no selection rate: there are no samples");
    }

    @Test
    void anAgeThatIsNoNumberIsNamed() {
        Predictions wrong =
                new Predictions(
                        List.of(person("x", Label.INTERESTED, 0.9, Map.of("age", "thirty"))));

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> FairnessReport.of(wrong, GroupColumn.ageBands(), Threshold.HALF))
                .withMessageContaining("sample x")
                .withMessageContaining("'thirty'");
    }

    @Test
    void recordingsAndParticipantsAreCountedOnce() {
        Predictions images = MadeUpStudy.predictions(new Seed(1), 0.5, 8, 5, 10);
        FairnessReport byImage = FairnessReport.of(images, GENDER, Threshold.HALF);
        FairnessReport byRecording =
                FairnessReport.of(
                        EvaluationUnit.RECORDING.aggregate(images), GENDER, Threshold.HALF);

        assertThat(byImage.groups().get(0).size()).isEqualTo(new GroupMetrics.Size(200, 20, 4));
        assertThat(byRecording.groups().get(0).size()).isEqualTo(new GroupMetrics.Size(20, 20, 4));
        assertThat(byImage.groups()).allSatisfy(group -> assertThat(group.small()).isTrue());
    }

    @Test
    void metricsOfGroupsAndGapsAreFunctionsThatABootstrapOfPeopleCanWrap() {
        Predictions cases = MadeUpStudy.predictions(new Seed(3), 0.5, 20, 5, 2);
        Metric recall = Metric.at(0.5, ConfusionMatrix::recall);
        Metric signed = GENDER.within("FEMALE", recall).minus(GENDER.within("MALE", recall));
        Metric gap = FairnessGap.EQUAL_OPPORTUNITY_DIFFERENCE.metric(GENDER, 0.5);
        double[] differences = bootstrap(cases, signed);
        double[] gaps = bootstrap(cases, gap);

        double difference = signed.of(cases).value().orElseThrow();
        assertThat(gap.of(cases).value().orElseThrow()).isEqualTo(Math.abs(difference));
        assertThat(difference).isBetween(differences[4], differences[195]);
        assertThat(differences[4]).isNegative();
        assertThat(gaps[0]).isNotNegative();
        assertThat(gaps[100]).isGreaterThan(Math.abs(difference));
    }

    private static double[] bootstrap(Predictions cases, Metric metric) {
        RandomGenerator random = new Seed(4).generator();
        double[] values = new double[200];
        Arrays.setAll(
                values,
                i -> {
                    List<Prediction> resample = new ArrayList<>();
                    for (int k = 0; k < 20; k++) {
                        String participant = "p" + random.nextInt(20);
                        cases.all().stream()
                                .filter(p -> p.participant().equals(participant))
                                .forEach(resample::add);
                    }
                    return metric.of(new Predictions(resample)).value().orElseThrow();
                });
        Arrays.sort(values);
        return values;
    }

    @Test
    void aGroupThatNobodyIsInHasNoMetric() {
        assertThat(GENDER.within("X", Metric.rocAuc()).of(CASES))
                .isEqualTo(Outcome.undefined("there are no samples"));
    }

    @Test
    void asJsonItHasGroupsAndGaps() {
        assertThat(Json.line(report(GENDER)))
                .contains("\"column\":\"gender\"")
                .contains("\"group\":\"unknown\"")
                .contains("\"equalized odds difference\":{\"value\":{\"value\":1.0}");
    }

    @Test
    void equalRatesHaveNoGap() {
        List<Prediction> twins = new ArrayList<>();
        for (String gender : List.of("F", "M")) {
            twins.add(person(gender + 1, Label.INTERESTED, 0.9, Map.of("gender", gender)));
            twins.add(person(gender + 2, Label.NOT_INTERESTED, 0.8, Map.of("gender", gender)));
        }
        FairnessReport report = FairnessReport.of(new Predictions(twins), GENDER, Threshold.HALF);

        assertThat(report.gap(FairnessGap.EQUALIZED_ODDS_DIFFERENCE).value().value()).contains(0.0);
        assertThat(report.gap(FairnessGap.DEMOGRAPHIC_PARITY_RATIO).value().value().orElseThrow())
                .isCloseTo(1, within(0.0));
    }

    @Test
    void columnsAndMinimaMustMakeSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> GroupColumn.named(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> GroupColumn.intersection(GENDER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FairnessReport.of(CASES, GENDER, Threshold.HALF, 0));
    }

    @Test
    void withoutAThresholdThereAreNoRatesButPrevalencesAndAreas() {
        ThresholdChoice none =
                ThresholdRule.maximalYouden().choose(new boolean[] {true}, new double[] {0.9});
        FairnessReport report = FairnessReport.of(CASES, GENDER, none);
        FairnessReport other = FairnessReport.of(CASES, GENDER, Threshold.HALF);

        for (int i = 0; i < other.groups().size(); i++) {
            GroupMetrics group = report.groups().get(i);
            assertThat(group.prevalence()).isEqualTo(other.groups().get(i).prevalence());
            assertThat(group.rocAuc()).isEqualTo(other.groups().get(i).rocAuc());
            assertThat(group.rate(ConfusionMatrix::recall).undefinedBecause()).isPresent();
        }
        assertThat(report.gaps().values())
                .allSatisfy(gap -> assertThat(gap.value().undefinedBecause()).isPresent());
    }
}
