package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.train.device.EngineInfo;
import dev.fer4j.train.loss.ClassWeighting;
import dev.fer4j.train.optim.AdamConfig;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.plan.Optimization;
import dev.fer4j.train.plan.Phase;
import dev.fer4j.train.plan.SmallTraining;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.state.CapturedState;
import dev.fer4j.train.state.StateSink;
import dev.fer4j.train.tensor.Tensor;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningTest {

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

    /** Weights after each epoch and step, by path. */
    private List<Map<String, ByteBuffer>> weights(TrainingPlan plan) {
        List<Map<String, ByteBuffer>> all = new ArrayList<>();
        StateSink sink =
                (position, state) -> {
                    try (CapturedState taken = state.get()) {
                        Map<String, ByteBuffer> weights = new LinkedHashMap<>();
                        for (Tensor tensor : taken.tensors()) {
                            if (tensor.name().startsWith("weights/")) {
                                ByteBuffer data = tensor.data().get();
                                weights.put(
                                        tensor.name(),
                                        ByteBuffer.allocate(data.remaining()).put(data).flip());
                            }
                        }
                        all.add(weights);
                    }
                };
        train(plan, TrainingOptions.defaults().withSink(sink)).close();
        return all;
    }

    @Test
    void frozenStagesRestToTheBitAndLearnWhenTheyThaw() {
        TrainingPlan plan =
                PLAN.withPhases(
                        List.of(
                                new Phase(
                                        "head",
                                        1,
                                        Set.of("block1", "block2"),
                                        new LearningRate.Constant(0.01)),
                                new Phase("all", 1, Set.of(), new LearningRate.Constant(0.01))));
        List<Map<String, ByteBuffer>> weights = weights(plan);
        Map<String, ByteBuffer> first = weights.get(0);
        Map<String, ByteBuffer> thawed = weights.get(3);
        Map<String, ByteBuffer> last = weights.get(weights.size() - 1);
        assertThat(first.keySet()).anyMatch(path -> path.contains("running"));
        first.forEach(
                (path, values) -> {
                    boolean frozen = path.matches("weights/block[12]\\..*");
                    assertThat(thawed.get(path).equals(values)).as(path).isEqualTo(frozen);
                    assertThat(last.get(path).equals(thawed.get(path))).as(path).isFalse();
                });
    }

    /** Without batch normalization's batch statistics and dropout, parts add up to the whole. */
    @Test
    void accumulatedBatchesMakeTheUpdateOfOneLargeBatch() {
        TrainingPlan still =
                PLAN.withBackbone(new MiniXception(0.5, 0, 0.9))
                        .withAugmentation(AugmentationPolicy.none())
                        .withFrozen(Set.of("block1", "block2", "block3", "block4", "block5"))
                        .withClassWeighting(new ClassWeighting.Balanced())
                        .withEpochs(3);
        TrainingOptions weighted =
                TrainingOptions.defaults().withSampleWeights(s -> 1 + s.id().length() % 3);
        TrainingPlan parts = still.withOptimization(still.optimization().withAccumulation(3));
        try (TrainingRun whole = train(still.withBatchSize(20), weighted);
                TrainingRun added = train(parts, weighted);
                TrainingRun single = train(still, weighted)) {
            double loss = whole.history().epochs().get(2).validationLoss();
            assertThat(added.history().epochs().get(2).validationLoss())
                    .isCloseTo(loss, within(1e-6));
            assertThat(Math.abs(single.history().epochs().get(2).validationLoss() - loss))
                    .isGreaterThan(1e-4);
        }
    }

    @Test
    void averagedWeightsAreValidatedAndKept() {
        TrainingPlan averaging =
                PLAN.withOptimization(PLAN.optimization().withAverageDecay(0.9)).withEpochs(3);
        try (TrainingRun run = train(averaging, TrainingOptions.defaults());
                TrainingRun plain = train(PLAN.withEpochs(3), TrainingOptions.defaults())) {
            TrainingHistory.Epoch ended = run.history().epochs().get(2);
            // What is trained does not depend on the average, what is validated does.
            assertThat(ended.trainLoss()).isEqualTo(plain.history().epochs().get(2).trainLoss());
            assertThat(ended.validationLoss())
                    .isNotEqualTo(plain.history().epochs().get(2).validationLoss());
            assertThat(meanLoss(run.last())).isCloseTo(ended.validationLoss(), within(1e-4));
            assertThat(meanLoss(run.model()))
                    .isCloseTo(run.history().best().validationLoss(), within(1e-4));
        }
    }

    private double meanLoss(TrainedModel model) {
        return model.predict(training.validation()).all().stream()
                .mapToDouble(
                        p ->
                                -Math.log(
                                        p.label().asTarget() == 1
                                                ? p.probability()
                                                : 1 - p.probability()))
                .average()
                .orElseThrow();
    }

    @Test
    void sampleThatWeighsNothingTeachesNothing() {
        TrainingOptions half =
                TrainingOptions.defaults().withSampleWeights(s -> s.label().asTarget());
        try (TrainingRun run = train(PLAN.withEpochs(4), half)) {
            TrainingHistory.Epoch last = run.history().epochs().get(3);
            // Only positive samples count, so that there is one class and no area.
            assertThat(last.trainAuc()).isEmpty();
            assertThat(last.validationAuc()).isEmpty();
            assertThat(last.trainLoss()).isLessThan(0.4);
        }
        assertThatThrownBy(() -> train(PLAN, TrainingOptions.defaults().withSampleWeights(s -> -1)))
                .hasMessageContaining("weight");
    }

    @Test
    void listenerIsToldOfEveryStepAndEpoch() {
        List<TrainingListener.Step> steps = new ArrayList<>();
        List<TrainingHistory> epochs = new ArrayList<>();
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void stepEnded(Step step) {
                        steps.add(step);
                    }

                    @Override
                    public void epochEnded(TrainingHistory history) {
                        epochs.add(history);
                    }
                };
        try (TrainingRun run = train(PLAN, TrainingOptions.defaults().withListener(listener))) {
            assertThat(epochs).hasSize(2).last().isEqualTo(run.history());
        }
        assertThat(steps.stream().map(TrainingListener.Step::step))
                .containsExactly(1, 2, 3, 1, 2, 3);
        double mean =
                IntStream.range(0, 3).mapToDouble(i -> steps.get(i).loss() * (i == 2 ? 4 : 8)).sum()
                        / 20;
        assertThat(epochs.get(0).epochs().get(0).trainLoss()).isCloseTo(mean, within(1e-9));
    }

    @Test
    void stageThatIsNotThereIsRefusedWithThoseThatAre() {
        assertThatThrownBy(
                        () -> train(PLAN.withFrozen(Set.of("blok1")), TrainingOptions.defaults()))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("blok1")
                .hasMessageContaining("block1");
    }

    @Test
    void identityNamesEverySettingAndTheData() {
        SortedMap<String, String> one =
                TrainingIdentity.of(
                        PLAN, training.composition(), new Seed(1), TrainingOptions.defaults());
        assertThat(one)
                .containsEntry("config.learningRate.kind", "constant")
                .containsEntry("config.batchSize", "8")
                .containsEntry("config.device", "cpu")
                .containsEntry("seed", "1")
                .containsEntry("djl", EngineInfo.current().djl())
                .containsEntry("pytorch", EngineInfo.current().pytorch())
                .containsKeys("data", "threads");
        SortedMap<String, String> other =
                TrainingIdentity.of(
                        PLAN.withOptimization(Optimization.of(AdamConfig.KERAS)),
                        training.composition(),
                        new Seed(1),
                        TrainingOptions.defaults());
        assertThat(other.get("data")).isEqualTo(one.get("data"));
        assertThat(other.get("config.optimization.adam.form")).isEqualTo("KERAS");
        TrainingOptions weighted = TrainingOptions.defaults().withSampleWeights(s -> 2);
        assertThat(
                        TrainingIdentity.of(PLAN, training.composition(), new Seed(1), weighted)
                                .get("data"))
                .isNotEqualTo(one.get("data"));
    }
}
