package dev.fer4j.eval.scored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.unit.UnitMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardTest {

    private static ScoredCase row(int label, double score) {
        return new ScoredCase(
                label == 1 ? Label.INTERESTED : Label.NOT_INTERESTED,
                score,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** scikit-learn 1.2.1: roc_auc_score 0.75, average_precision_score 0.8333…, auc 0.7916…. */
    @Test
    void valuesAreScikitLearns() {
        ScoredCases cases =
                new ScoredCases(
                        "textbook", List.of(row(0, 0.1), row(0, 0.4), row(1, 0.35), row(1, 0.8)));
        Scorecard card = Scorecard.of(cases, Threshold.HALF);
        assertThat(card.n()).isEqualTo(4);
        assertThat(value(card, ScoreMetric.PREVALENCE)).isEqualTo(0.5);
        assertThat(value(card, ScoreMetric.ROC_AUC)).isEqualTo(0.75);
        assertThat(value(card, ScoreMetric.AVERAGE_PRECISION)).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(value(card, ScoreMetric.PR_AUC_TRAPEZOID))
                .isCloseTo(0.7916666666666666, within(1e-12));
        assertThat(card.units()).isEmpty();
        assertThat(card.atThreshold().get(UnitMetric.ACCURACY).value()).contains(0.75);
    }

    @Test
    void oneClassHasReasonsAndNoNumbers() {
        ScoredCases cases = new ScoredCases("one", List.of(row(1, 0.2), row(1, 0.4)));
        Measured auc = Scorecard.of(cases, Threshold.HALF).values().get(ScoreMetric.ROC_AUC);
        assertThat(auc.toJson()).containsOnlyKeys("undefined");
        assertThat(auc.toJson().get("undefined").toString())
                .isEqualTo("all 2 samples are of the positive class");
        Scorecard none = Scorecard.of(new ScoredCases("none", List.of()), Threshold.HALF);
        assertThat(none.values().get(ScoreMetric.PREVALENCE).toJson())
                .containsEntry("undefined", "there are no samples");
    }

    @Test
    void perfectRankingHasAValueAndNoInterval() {
        ScoredCases cases =
                new ScoredCases("perfect", List.of(row(0, 1), row(0, 2), row(1, 3), row(1, 4)));
        Measured auc = Scorecard.of(cases, Threshold.HALF).values().get(ScoreMetric.ROC_AUC);
        assertThat(auc.toJson())
                .containsOnlyKeys("value", "no_interval")
                .containsEntry("value", 1.0);
    }

    @Test
    void logitsHaveNoThreshold() {
        ScoredCases cases = new ScoredCases("logits", List.of(row(0, -2), row(1, 3), row(0, 4)));
        Scorecard card = Scorecard.of(cases, Threshold.HALF);
        assertThat(card.atThreshold()).isEmpty();
        assertThat(card.groups()).isEmpty();
        assertThat(value(card, ScoreMetric.ROC_AUC)).isEqualTo(0.5);
    }

    @Test
    void framesOfOnePersonAreNotIndependent() {
        List<ScoredCase> known = new ArrayList<>();
        List<ScoredCase> unknown = new ArrayList<>();
        RandomGenerator random = new Seed(3).generator();
        for (int person = 0; person < 20; person++) {
            double mood = random.nextGaussian();
            for (int frame = 0; frame < 30; frame++) {
                int label = frame % 3 == 0 ? 0 : 1;
                double score = 1 / (1 + Math.exp(-(label + mood + 0.2 * random.nextGaussian())));
                known.add(
                        new ScoredCase(
                                label == 1 ? Label.INTERESTED : Label.NOT_INTERESTED,
                                score,
                                Optional.of("r" + person + "-" + label),
                                Optional.of("p" + person),
                                Map.of("gender", person % 2 == 0 ? "F" : "M")));
                unknown.add(row(label, score));
            }
        }
        Scorecard byPerson = Scorecard.of(new ScoredCases("known", known), Threshold.HALF);
        Scorecard byRow = Scorecard.of(new ScoredCases("unknown", unknown), Threshold.HALF);
        assertThat(value(byPerson, ScoreMetric.ROC_AUC))
                .isEqualTo(value(byRow, ScoreMetric.ROC_AUC));
        assertThat(width(byPerson)).isGreaterThan(1.5 * width(byRow));
        assertThat(byPerson.units().get(EvaluationUnit.RECORDING).n()).isEqualTo(40);
        assertThat(byPerson.independent()).isEqualTo(20);
        assertThat(byPerson.groups()).hasSize(1);
        assertThat(byPerson.groups().get(0).groups()).hasSize(2);
    }

    @Test
    void manyIndependentCasesAreGroupedWithoutChangingTheValue() {
        RandomGenerator random = new Seed(4).generator();
        List<ScoredCase> all = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            int label = random.nextInt(2);
            all.add(row(label, label + random.nextGaussian()));
        }
        Scorecard card = Scorecard.of(new ScoredCases("many", all), Threshold.HALF);
        assertThat(card.independent()).isEqualTo(5000);
        // The standard error of an AUC of 0.76 on 2,500 and 2,500 cases is 0.0067 (Hanley, McNeil).
        assertThat(width(card)).isCloseTo(2 * 1.96 * 0.0067, within(0.004));
    }

    /** Columns by what their values are; the second number is how many are different. */
    @ParameterizedTest
    @CsvSource({
        "file names, 30, 30, false",
        "numbers, 30, 30, false",
        "comments in some cases, 3, 3, false",
        "names of hardly fewer frames, 40, 25, false",
        "names of five images each, 200, 41, false",
        "measurements, 400, 11, false",
        "numbers of years, 400, 26, false",
        "words, 4000, 201, false",
        "yes and no, 30, 2, true",
        "two in all, 2, 2, true",
        "countries, 1000, 195, true",
        "numbers as codes, 400, 25, true",
        "ten in twelve cases, 12, 10, true",
    })
    void columnsOfTooManyValuesAreNoGroups(String name, int n, int values, boolean isGroup) {
        String prefix =
                name.startsWith("numbers") ? "" : name.startsWith("measure") ? "0." : "value ";
        List<ScoredCase> all = new ArrayList<>();
        for (int i = 0; i < n + 10; i++) {
            all.add(grouped(i % 2, i < n ? Map.of(name, prefix + (100 + i % values)) : Map.of()));
        }
        ScoredCases cases = new ScoredCases("columns", all);

        Scorecard card = Scorecard.of(cases, Threshold.HALF);
        assertThat(card.groups()).hasSize(isGroup ? 1 : 0);
        if (isGroup) {
            assertThat(card.ungrouped()).isEmpty();
        } else {
            UngroupedColumn column = card.ungrouped().get(0);
            assertThat(column.column()).isEqualTo(name);
            assertThat(column.values()).isEqualTo(values);
            assertThat(column.cases()).isEqualTo(n);
        }

        Scorecard wanted = Scorecard.of(cases, Threshold.HALF, Set.of(name));
        assertThat(wanted.groups().get(0).groups()).hasSize(values + 1);
        assertThat(wanted.ungrouped()).isEmpty();
    }

    @Test
    void wantedGroupMustExist() {
        ScoredCases cases =
                new ScoredCases(
                        "c", List.of(grouped(0, Map.of("gender", "F")), grouped(1, Map.of())));

        assertThat(Scorecard.of(cases, Threshold.HALF, Set.of("Gender")).groups()).hasSize(1);
        assertThatThrownBy(() -> Scorecard.of(cases, Threshold.HALF, Set.of("gendre")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'gendre'")
                .hasMessageContaining("[gender]");
    }

    @Test
    void agesAreInBandsHoweverManyThereAre() {
        List<ScoredCase> all = new ArrayList<>();
        for (int i = 0; i < 53; i++) {
            all.add(grouped(i % 2, Map.of("age", 18 + i + (i % 3 == 0 ? ".0" : ""))));
        }
        Scorecard card = Scorecard.of(new ScoredCases("ages", all), Threshold.HALF);

        assertThat(card.groups().get(0).column()).isEqualTo("age band");
        assertThat(card.groups().get(0).groups()).hasSizeLessThan(8);
        assertThat(card.ungrouped()).isEmpty();
    }

    @Test
    void columnThatLooksLikePeopleIsNamedUnlessPeopleAreKnown() {
        List<ScoredCase> unknown = new ArrayList<>();
        List<ScoredCase> known = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Map<String, String> groups =
                    Map.of("who", "s" + i % 12, "country", "C" + (char) ('a' + i % 6));
            unknown.add(grouped(i % 2, groups));
            known.add(
                    new ScoredCase(
                            Label.INTERESTED,
                            0.5,
                            Optional.empty(),
                            Optional.of("p" + i % 6),
                            groups));
        }

        assertThat(Scorecard.of(new ScoredCases("unknown", unknown), Threshold.HALF).notes())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("Column who has 12 values such as s0, each for 5 cases")
                .contains("--column participant=who");
        assertThat(Scorecard.of(new ScoredCases("known", known), Threshold.HALF).notes()).isEmpty();
    }

    @Test
    void similarPeopleAreNamed() {
        List<ScoredCase> all = new ArrayList<>();
        for (String person : List.of("7", "007", "P3", "p3", "8")) {
            all.add(
                    new ScoredCase(
                            Label.INTERESTED,
                            0.5,
                            Optional.empty(),
                            Optional.of(person),
                            Map.of()));
        }

        assertThat(Scorecard.of(new ScoredCases("similar", all), Threshold.HALF).notes())
                .singleElement(InstanceOfAssertFactories.STRING)
                .endsWith("007 and 7; P3 and p3.");
    }

    @Test
    void peopleWithATieAreCounted() {
        List<ScoredCase> all = new ArrayList<>();
        for (String person : List.of("a", "a", "b", "b", "b", "c")) {
            all.add(
                    new ScoredCase(
                            all.size() % 2 == 0 ? Label.INTERESTED : Label.NOT_INTERESTED,
                            0.5,
                            Optional.empty(),
                            Optional.of(person),
                            Map.of()));
        }
        Scorecard card = Scorecard.of(new ScoredCases("ties", all), Threshold.HALF);

        assertThat(card.units().get(EvaluationUnit.PARTICIPANT).n()).isEqualTo(2);
        assertThat(card.notes())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("1 of 3 participants are left out");
    }

    private static ScoredCase grouped(int label, Map<String, String> groups) {
        return new ScoredCase(
                label == 1 ? Label.INTERESTED : Label.NOT_INTERESTED,
                0.5,
                Optional.empty(),
                Optional.empty(),
                groups);
    }

    private static double value(Scorecard card, ScoreMetric metric) {
        return card.values().get(metric).value().value().orElseThrow();
    }

    private static double width(Scorecard card) {
        Interval interval =
                card.values().get(ScoreMetric.ROC_AUC).interval().result().orElseThrow();
        return interval.upper() - interval.lower();
    }
}
