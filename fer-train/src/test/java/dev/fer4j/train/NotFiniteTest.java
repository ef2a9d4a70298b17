package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.Prediction;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.plan.OnNotFinite;
import dev.fer4j.train.plan.SmallTraining;
import dev.fer4j.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotFiniteTest {

    private static final TrainingPlan PLAN = SmallTraining.PLAN;

    @TempDir private Path folder;

    private SmallTraining training;

    @BeforeEach
    void drawPictures() throws IOException {
        training = SmallTraining.in(folder);
    }

    private TrainingRun train(TrainingPlan plan, TrainingOptions options) {
        return training.run(plan, options);
    }

    private List<Double> probabilities(TrainedModel model) {
        return model.predict(training.validation()).all().stream()
                .map(Prediction::probability)
                .toList();
    }

    @Test
    void lossThatIsNoNumberIsNamedWithItsParameterInItsStep() {
        TrainingPlan wild = PLAN.withLearningRate(new LearningRate.Constant(1e38));
        assertThatThrownBy(() -> train(wild, TrainingOptions.defaults()))
                .isInstanceOfSatisfying(
                        NotFiniteException.class,
                        e -> {
                            assertThat(e.epoch()).isEqualTo(1);
                            assertThat(e.step()).isBetween(1, 3);
                            assertThat(e.quantity()).startsWith("the ");
                        });
        TrainingPlan overflowing = PLAN.withLearningRate(new LearningRate.Constant(1e39));
        assertThatThrownBy(() -> train(overflowing, TrainingOptions.defaults()))
                .isInstanceOfSatisfying(
                        NotFiniteException.class,
                        e -> {
                            assertThat(e.step()).isEqualTo(1);
                            assertThat(e.quantity()).isEqualTo("the weight");
                            assertThat(e.path()).contains("logit.bias");
                        });
    }

    @Test
    void rollsBackAsOftenAsAllowedAndAtHalfTheRate() {
        // 3.4e38 is the largest number of single precision.
        TrainingPlan plan =
                PLAN.withLearningRate(new LearningRate.Constant(1e39))
                        .withOptimization(
                                PLAN.optimization()
                                        .withStageRates(
                                                Map.of(
                                                        "block1", 1e-41, "block2", 1e-41, "block3",
                                                        1e-41, "block4", 1e-41, "block5", 1e-41)))
                        .withOnNotFinite(new OnNotFinite.RollBack(1));
        List<NotFiniteException> causes = new ArrayList<>();
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void rolledBack(NotFiniteException cause) {
                        causes.add(cause);
                    }
                };
        assertThatThrownBy(() -> train(plan, TrainingOptions.defaults().withListener(listener)))
                .isInstanceOf(NotFiniteException.class)
                .hasMessageContaining("5.0E38");
        assertThat(causes).hasSize(1);
        assertThat(causes.get(0)).hasMessageContaining("1.0E39");
    }

    @Test
    void rollBackGoesOnFromTheEndOfTheEpochBefore() {
        TrainingPlan plan = PLAN.withOnNotFinite(new OnNotFinite.RollBack(1));
        List<Integer> epochs = new ArrayList<>();
        int[] calls = {0};
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void stepEnded(Step step) {
                        epochs.add(step.epoch());
                        if (++calls[0] == 4) {
                            throw new NotFiniteException("the test", Optional.empty(), 2, 1, 0.01);
                        }
                    }
                };
        try (TrainingRun run = train(plan, TrainingOptions.defaults().withListener(listener))) {
            assertThat(epochs).containsExactly(1, 1, 1, 2, 2, 2, 2);
            assertThat(run.history().epochs().get(0).learningRate()).isEqualTo(0.01);
            assertThat(run.history().epochs().get(1).learningRate()).isEqualTo(0.005);
        }
    }

    @Test
    void keepBestEndsWithTheBestWeightsSoFar() {
        TrainingListener bomb =
                new TrainingListener() {
                    @Override
                    public void stepEnded(Step step) {
                        if (step.epoch() == 2) {
                            throw new NotFiniteException("the test", Optional.empty(), 2, 1, 0.01);
                        }
                    }
                };
        TrainingPlan plan = PLAN.withOnNotFinite(new OnNotFinite.KeepBest());
        try (TrainingRun run = train(plan, TrainingOptions.defaults().withListener(bomb));
                TrainingRun one = train(PLAN.withEpochs(1), TrainingOptions.defaults())) {
            assertThat(run.ending()).isEqualTo(TrainingRun.Ending.NOT_FINITE);
            assertThat(run.history()).isEqualTo(one.history());
            assertThat(probabilities(run.model())).isEqualTo(probabilities(one.model()));
        }
    }
}
