package dev.fer4j.eval.scored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.scored.ScoreComparison.Difference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ScoreComparisonTest {

    private static ScoredCases cases(String name, double skill, long seed) {
        RandomGenerator random = new Seed(seed).generator();
        List<ScoredCase> all = new ArrayList<>();
        for (int person = 0; person < 20; person++) {
            for (int recording = 0; recording < 10; recording++) {
                boolean positive = recording % 2 == 0;
                all.add(
                        new ScoredCase(
                                positive ? Label.INTERESTED : Label.NOT_INTERESTED,
                                (positive ? skill : 0) + random.nextGaussian(),
                                Optional.of(person + "/" + recording),
                                Optional.of("p" + person),
                                Map.of()));
            }
        }
        return new ScoredCases(name, all);
    }

    @Test
    void betterOneIsFoundAndAnEqualOneIsNot() {
        ScoreComparison comparison =
                ScoreComparison.of(
                        List.of(
                                cases("reference", 0.5, 1),
                                cases("better", 2.5, 2),
                                cases("equal", 0.5, 3)),
                        new Seed(1));
        assertThat(comparison.independent()).isEqualTo(20);
        assertThat(comparison.differences())
                .extracting(one -> one.name() + " " + one.metric().id())
                .containsExactly(
                        "better roc_auc",
                        "equal roc_auc",
                        "better average_precision",
                        "equal average_precision");
        Difference better = comparison.differences().get(0);
        assertThat(better.difference().interval().result().orElseThrow().liesAboveZero()).isTrue();
        assertThat(better.p().jackknife().value().orElseThrow()).isLessThan(1e-3);
        assertThat(better.p().adjusted().value().orElseThrow())
                .isEqualTo(2 * better.p().jackknife().value().orElseThrow());
        assertThat(better.p().deLong().value().orElseThrow()).isLessThan(1e-3);
        assertThat(better.p().permutation().value().orElseThrow()).isLessThan(1e-3);
        Difference equal = comparison.differences().get(1);
        assertThat(equal.p().jackknife().value().orElseThrow()).isGreaterThan(0.05);
        assertThat(equal.p().permutation().value().orElseThrow()).isGreaterThan(0.05);
        assertThat(comparison.differences().get(2).p().deLong().undefinedBecause()).isPresent();
    }

    @Test
    void sameScoresHaveADifferenceOfZeroAndNoTest() {
        ScoredCases one = cases("one", 1, 1);
        Difference none =
                ScoreComparison.of(List.of(one, new ScoredCases("copy", one.all())), new Seed(1))
                        .differences()
                        .get(0);
        assertThat(none.difference().value().value()).contains(0.0);
        assertThat(none.p().jackknife().undefinedBecause()).isPresent();
        assertThat(none.p().adjusted().undefinedBecause()).isPresent();
    }

    private static ScoredCase withId(String id, int line, int label, String participant) {
        return new ScoredCase(
                Optional.of(id),
                Optional.of(line),
                label == 1 ? Label.INTERESTED : Label.NOT_INTERESTED,
                id.hashCode() / 1e9,
                Optional.empty(),
                Optional.of(participant),
                Map.of());
    }

    @Test
    void casesWithIdsMayBeInAnyOrder() {
        ScoredCases reference = cases("reference", 0.5, 1);
        ScoredCases other = cases("other", 1.5, 2);
        List<ScoredCase> shuffled = new ArrayList<>(withIds(other).all());
        Collections.shuffle(shuffled, new Random(3));

        assertThat(
                        ScoreComparison.of(
                                List.of(withIds(reference), new ScoredCases("other", shuffled)),
                                new Seed(1)))
                .isEqualTo(ScoreComparison.of(List.of(reference, other), new Seed(1)));
    }

    private static ScoredCases withIds(ScoredCases cases) {
        List<ScoredCase> all = new ArrayList<>();
        for (ScoredCase one : cases.all()) {
            all.add(
                    new ScoredCase(
                            Optional.of("case " + all.size()),
                            Optional.empty(),
                            one.label(),
                            one.score(),
                            one.recording(),
                            one.participant(),
                            one.groups()));
        }
        return new ScoredCases(cases.name(), all);
    }

    @Test
    void casesWithOtherIdsAreNamed() {
        ScoredCases reference =
                new ScoredCases(
                        "a.csv", List.of(withId("x", 2, 1, "000"), withId("y", 3, 0, "039")));
        ScoredCases other =
                new ScoredCases(
                        "b.csv", List.of(withId("z", 2, 0, "039"), withId("x", 3, 1, "001")));
        ScoredCases renamed =
                new ScoredCases(
                        "c.csv", List.of(withId("y", 2, 0, "039"), withId("x", 3, 1, "001")));

        assertThatThrownBy(() -> ScoreComparison.of(List.of(reference, other), new Seed(1)))
                .hasMessageContaining("b.csv against a.csv: has no case with the id y");
        assertThatThrownBy(() -> ScoreComparison.of(List.of(reference, renamed), new Seed(1)))
                .hasMessageContaining(
                        "line 3 is id x, participant 001, interested; line 2 of a.csv is id x,"
                                + " participant 000, interested (");
    }

    @Test
    void otherCasesAreRefused() {
        ScoredCases reference = cases("reference", 1, 1);
        List<ScoredCase> fewer = reference.all().subList(1, reference.size());
        assertThatThrownBy(
                        () ->
                                ScoreComparison.of(
                                        List.of(reference, new ScoredCases("fewer", fewer)),
                                        new Seed(1)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("fewer against reference")
                .hasMessageContaining("199");
        List<ScoredCase> swapped = new ArrayList<>(reference.all());
        Collections.swap(swapped, 0, 1);
        assertThatThrownBy(
                        () ->
                                ScoreComparison.of(
                                        List.of(reference, new ScoredCases("swapped", swapped)),
                                        new Seed(1)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "case 1 is participant p0, recording 0/1, not interested; case 1 of"
                                + " reference is participant p0");
    }
}
