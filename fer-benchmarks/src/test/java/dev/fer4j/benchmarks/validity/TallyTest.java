package dev.fer4j.benchmarks.validity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Seed;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/**
 * The benchmark in small. Of 200 studies, a test that rejects 5 % of equal models rejects between 1
 * and 20 with a probability of 0.999, of 100 studies at most 12 with one of 0.999
 * (scipy.stats.binom); intervals miss as often. Seeds are fixed, so these tests always say the
 * same.
 */
class TallyTest {

    private static RejectionTally tally(StudyModel model, int studies, Set<Procedure> procedures) {
        return RejectionTally.of(
                model, studies, procedures, Set.of(SingleProcedure.DEFAULT), new Seed(4));
    }

    @Test
    void theDefaultRejectsEqualModelsAsRarelyAsItSaysAndTheOthersDoNot() {
        RejectionTally tally =
                tally(
                        StudyModel.paper(0.82, 0.82, 0.82),
                        200,
                        EnumSet.of(
                                Procedure.DEFAULT, Procedure.IMAGE_DE_LONG, Procedure.PAPER_ANOVA));

        RejectionTally.Rate byDefault = tally.comparisons().get(Procedure.DEFAULT);
        assertThat(byDefault.rejected()).isBetween(1, 20);
        assertThat(byDefault.covered()).isBetween(180, 199);
        assertThat(byDefault.intervals()).isEqualTo(200);
        assertThat(tally.anyHolm()).isLessThanOrEqualTo(20);
        assertThat(tally.intervals().get(SingleProcedure.DEFAULT).covered()).isBetween(180, 199);
        assertThat(tally.comparisons().get(Procedure.IMAGE_DE_LONG).rejected()).isGreaterThan(80);
        assertThat(tally.comparisons().get(Procedure.PAPER_ANOVA).rejected()).isGreaterThan(180);
    }

    @Test
    void theDefaultFindsALargeDifferenceAndItsIntervalHoldsIt() {
        RejectionTally.Rate byDefault =
                tally(StudyModel.paper(0.82, 0.94, 0.82), 100, EnumSet.of(Procedure.DEFAULT))
                        .comparisons()
                        .get(Procedure.DEFAULT);

        assertThat(byDefault.rejected()).isGreaterThan(90);
        assertThat(byDefault.covered()).isBetween(86, 100);
    }

    @Test
    void threeTrainingsAreNoMorePeople() {
        StudyModel model =
                StudyModel.paper(0.82, 0.82, 0.82)
                        .withTrainings(new StudyModel.Trainings(3, 0.054, 0.2));

        RejectionTally tally =
                tally(model, 100, EnumSet.of(Procedure.DEFAULT, Procedure.SEEDS_ONE_WAY));

        assertThat(tally.comparisons().get(Procedure.DEFAULT).rejected()).isBetween(0, 12);
        assertThat(tally.comparisons().get(Procedure.SEEDS_ONE_WAY).rejected()).isGreaterThan(12);
    }

    @Test
    void doesNotDependOnThreads() throws Exception {
        StudyModel model = StudyModel.paper(0.82, 0.88, 0.82).withPeople(6);
        Set<Procedure> procedures = EnumSet.of(Procedure.DEFAULT, Procedure.BOOTSTRAP_PEOPLE);

        RejectionTally here = RejectionTally.of(model, 20, procedures, Set.of(), new Seed(5));
        RejectionTally there =
                new ForkJoinPool(1)
                        .submit(
                                () ->
                                        RejectionTally.of(
                                                model, 20, procedures, Set.of(), new Seed(5)))
                        .get();

        assertThat(there).isEqualTo(here);
    }
}
