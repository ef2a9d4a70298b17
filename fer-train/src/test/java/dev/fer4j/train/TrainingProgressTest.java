package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.design.TrainingMetric;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.plan.EarlyStopping;
import dev.fer4j.train.plan.Phase;
import dev.fer4j.train.plan.TrainingPlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {

    private static final TrainingPlan PLAN =
            TrainingPlan.small().withLearningRate(new LearningRate.Constant(1)).withEpochs(20);

    /** Ends epochs with these validation losses until the training ends. */
    private static TrainingProgress course(TrainingPlan plan, double... losses) {
        TrainingProgress course = new TrainingProgress(plan);
        for (double loss : losses) {
            if (course.ending().isEmpty()) {
                course.epochEnded(epoch(course, loss, Optional.empty()));
            }
        }
        return course;
    }

    private static TrainingHistory.Epoch epoch(
            TrainingProgress course, double loss, Optional<Double> auc) {
        return new TrainingHistory.Epoch(
                course.epoch(), 1, 1, 0.5, Optional.empty(), loss, 0.5, auc);
    }

    @Test
    void waitsForTheBestAndNotForTheEpochBefore() {
        TrainingProgress course = course(PLAN.withPatience(3), 1, 0.5, 0.9, 0.8, 0.7, 0.1);
        assertThat(course.ending()).contains(TrainingRun.Ending.EARLY);
        assertThat(course.history().epochs()).hasSize(5);
        assertThat(course.history().bestEpoch()).isEqualTo(2);
    }

    @Test
    void smallImprovementsMakeTheBestEpochButDoNotEndWaiting() {
        EarlyStopping stopping = new EarlyStopping(TrainingMetric.VALIDATION_LOSS, 3, 0.1, 0);
        TrainingProgress course =
                course(PLAN.withEarlyStopping(stopping), 1, 0.99, 0.98, 0.97, 0.96);
        assertThat(course.history().epochs()).hasSize(4);
        assertThat(course.history().bestEpoch()).isEqualTo(4);
    }

    @Test
    void nobodyWaitsWhileWarmingUp() {
        EarlyStopping stopping = new EarlyStopping(TrainingMetric.VALIDATION_LOSS, 2, 0, 4);
        TrainingProgress course = course(PLAN.withEarlyStopping(stopping), 1, 2, 2, 2, 2, 2, 2, 2);
        assertThat(course.history().epochs()).hasSize(6);
        assertThat(course.history().bestEpoch()).isEqualTo(1);
    }

    @Test
    void higherIsBetterForAnAreaAndUndefinedOnesAreNot() {
        EarlyStopping stopping = new EarlyStopping(TrainingMetric.VALIDATION_AUC, 9, 0, 0);
        TrainingProgress course = new TrainingProgress(PLAN.withEarlyStopping(stopping));
        course.epochEnded(epoch(course, 1, Optional.empty()));
        course.epochEnded(epoch(course, 1, Optional.of(0.4)));
        course.epochEnded(epoch(course, 1, Optional.of(0.7)));
        course.epochEnded(epoch(course, 0.1, Optional.of(0.6)));
        course.epochEnded(epoch(course, 0.1, Optional.empty()));
        assertThat(course.history().bestEpoch()).isEqualTo(3);
    }

    @Test
    void lastEpochIsTheBestByItsNumberAndNobodyWaits() {
        EarlyStopping stopping = new EarlyStopping(TrainingMetric.EPOCH, 1, 0, 0);
        TrainingPlan plan = PLAN.withEarlyStopping(stopping).withEpochs(5);
        TrainingProgress course = course(plan, 1, 0.1, 2, 3, 4);
        assertThat(course.ending()).contains(TrainingRun.Ending.COMPLETED);
        assertThat(course.history().bestEpoch()).isEqualTo(5);
    }

    @Test
    void plateauLowersTheRateAfterItsPatienceAndAgainAfterAsMuch() {
        LearningRate plateau =
                new LearningRate.Plateau(1, TrainingMetric.VALIDATION_LOSS, 0.1, 2, 0, 0.05);
        TrainingPlan plan = PLAN.withLearningRate(plateau).withPatience(15);
        assertThat(course(plan, 1, 2).rateOf(0, 1)).isEqualTo(1);
        assertThat(course(plan, 1, 2, 2).rateOf(0, 1)).isCloseTo(0.1, within(1e-12));
        assertThat(course(plan, 1, 2, 2, 2).rateOf(0, 1)).isCloseTo(0.1, within(1e-12));
        assertThat(course(plan, 1, 2, 2, 2, 2).rateOf(0, 1)).isCloseTo(0.05, within(1e-12));
        assertThat(course(plan, 1, 2, 0.5, 2).rateOf(0, 1)).isEqualTo(1);
    }

    @Test
    void phasesHaveTheirOwnRatesEpochsAndPatience() {
        TrainingPlan plan =
                PLAN.withPhases(
                                List.of(
                                        new Phase(
                                                "head",
                                                5,
                                                Set.of("block1"),
                                                new LearningRate.Constant(1)),
                                        new Phase(
                                                "all",
                                                2,
                                                Set.of(),
                                                new LearningRate.Exponential(0.1, 0.5))))
                        .withPatience(2);
        assertThat(plan.epochs()).isEqualTo(7);
        // The first phase stops early after three epochs.
        TrainingProgress course = course(plan, 1, 2, 2);
        assertThat(course.phase().name()).isEqualTo("all");
        assertThat(course.rateOf(0, 1)).isCloseTo(0.1, within(1e-12));
        course.epochEnded(epoch(course, 3, Optional.empty()));
        assertThat(course.ending()).isEmpty();
        assertThat(course.rateOf(0, 1)).isCloseTo(0.05, within(1e-12));
        course.epochEnded(epoch(course, 2.9, Optional.empty()));
        assertThat(course.ending()).contains(TrainingRun.Ending.COMPLETED);
        assertThat(course.history().bestEpoch()).isEqualTo(1);
    }

    @Test
    void eachRollBackHalvesTheRate() {
        TrainingProgress course = course(PLAN, 1);
        course.rolledBack(2);
        assertThat(course.rateOf(0, 1)).isEqualTo(0.25);
    }
}
