package dev.fer4j.benchmarks.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Label;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.study.StudyResult;
import org.junit.jupiter.api.Test;

/** The truth of simulated studies: what their AUC tends to with more and more people. */
class StudyModelTest {

    private static final StudyModel PAPER = StudyModel.paper(0.82, 0.88, 0.82);

    @Test
    void hasThePapersSize() {
        StudyResult study = new StudySimulator(PAPER).draw(new Seed(1));

        Predictions test = study.cells().get(0).test();
        assertThat(test.size()).isEqualTo(3020);
        assertThat(test.all().stream().map(p -> p.recording()).distinct()).hasSize(302);
        assertThat(test.all().stream().map(p -> p.participant()).distinct()).hasSize(20);
    }

    /** scipy.stats.norm.ppf(0.82) * 2**0.5 = 1.2945167..., of 0.88: 1.6616722... */
    @Test
    void theTrueAucIsThatOfTwoNormalDistributions() {
        assertThat(PAPER.separation(0)).isCloseTo(1.29453, within(1e-4));
        assertThat(PAPER.separation(1)).isCloseTo(1.66168, within(1e-4));
    }

    @Test
    void theAucOfVeryManyPeopleIsTheTrueOne() {
        assertAucOfManyIs(PAPER);
    }

    @Test
    void soItIsWhereTheOftenInterestedLookInterestedAnyway() {
        StudyModel model = PAPER.withLabelsInFaces(0.5);

        assertThat(model.separation(0)).isLessThan(PAPER.separation(0) - 0.1);
        assertAucOfManyIs(model);
    }

    private static void assertAucOfManyIs(StudyModel model) {
        StudyResult many = new StudySimulator(model.withPeople(1000)).draw(new Seed(2));

        for (int c = 0; c < 3; c++) {
            Predictions test = many.cells().get(c).test();
            assertThat(
                            RocCurve.of(test.positives(), test.probabilities())
                                    .auc()
                                    .value()
                                    .orElseThrow())
                    .isCloseTo(model.effects().get(c).auc(), within(0.015));
            assertThat(
                            test.all().stream()
                                    .mapToInt(p -> p.label() == Label.POSITIVE ? 1 : 0)
                                    .average()
                                    .orElseThrow())
                    .isCloseTo(0.831, within(0.015));
        }
    }

    @Test
    void theScaleOfScoresChangesNoRank() {
        StudyModel scaled = PAPER.with(1, PAPER.effects().get(1).withScale(0.2));

        Predictions plain = new StudySimulator(PAPER).draw(new Seed(3)).cells().get(1).test();
        Predictions test = new StudySimulator(scaled).draw(new Seed(3)).cells().get(1).test();

        assertThat(test).isNotEqualTo(plain);
        assertThat(RocCurve.of(test.positives(), test.probabilities()).auc())
                .isEqualTo(RocCurve.of(plain.positives(), plain.probabilities()).auc());
    }

    @Test
    void fewPeopleHaveRecordingsOfAllSizes() {
        assertThat(PAPER.withPeople(10).recordings().asList())
                .containsExactly(10, 11, 11, 11, 12, 13, 16, 18, 23, 29);
        assertThat(PAPER.withPeople(40).recordings().length()).isEqualTo(40);
    }
}
