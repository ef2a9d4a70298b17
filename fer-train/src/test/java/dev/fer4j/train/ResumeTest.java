package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.design.TrainingMetric;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.train.loader.BatchAugmentation;
import dev.fer4j.train.loss.ClassWeighting;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.plan.OnNotFinite;
import dev.fer4j.train.plan.Phase;
import dev.fer4j.train.plan.Sampling;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.state.CapturedState;
import dev.fer4j.train.state.SavedState;
import dev.fer4j.train.state.StateSink;
import dev.fer4j.train.tensor.Tensor;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three batches an epoch, two of which make an update; the last update of an epoch has one. */
class ResumeTest {

    private static final Seed SEED = new Seed(11);

    /** Everything that has a state. */
    private static final TrainingPlan PLAN =
            TrainingPlan.small()
                    .withBackbone(MiniXception.defaults().withWidth(0.5))
                    .withInputSize(48)
                    .withBatchSize(8)
                    .withPhases(
                            List.of(
                                    new Phase(
                                            "head",
                                            2,
                                            Set.of("block1", "block2"),
                                            new LearningRate.Constant(0.01)),
                                    new Phase(
                                            "all",
                                            3,
                                            Set.of(),
                                            new LearningRate.WarmUp(
                                                    3,
                                                    new LearningRate.Plateau(
                                                            0.02,
                                                            TrainingMetric.TRAIN_ACCURACY,
                                                            0.5,
                                                            1,
                                                            0.2,
                                                            1e-4)))))
                    .withSampling(Sampling.CLASS_BALANCED)
                    .withBatchAugmentation(new BatchAugmentation.Mixup(0.4))
                    .withClassWeighting(new ClassWeighting.Balanced())
                    .withOnNotFinite(new OnNotFinite.RollBack(2))
                    .withOptimization(
                            TrainingPlan.small()
                                    .optimization()
                                    .withAccumulation(2)
                                    .withAverageDecay(0.9)
                                    .withStageRates(Map.of("block3", 0.5))
                                    .withClipNorm(0.5));

    @TempDir private Path folder;

    private Composition composition;

    @BeforeEach
    void drawPictures() throws IOException {
        composition = Pictures.compose(folder, 24);
    }

    /** A state as a file would keep it. */
    private record Kept(StateSink.Position position, String json, Map<String, byte[]> tensors) {

        static Kept of(StateSink.Position position, CapturedState state) {
            Map<String, byte[]> tensors = new LinkedHashMap<>();
            for (Tensor tensor : state.tensors()) {
                ByteBuffer data = tensor.data().get();
                byte[] bytes = new byte[data.remaining()];
                data.get(bytes);
                tensors.put(tensor.name(), bytes);
            }
            return new Kept(position, state.json(), tensors);
        }

        SavedState saved() {
            return new SavedState(json, name -> ByteBuffer.wrap(tensors.get(name)));
        }

        String digest() {
            Hasher hasher = Hashing.sha256().newHasher().putString(json, StandardCharsets.UTF_8);
            tensors.forEach(
                    (name, bytes) ->
                            hasher.putString(name, StandardCharsets.UTF_8).putBytes(bytes));
            return hasher.hash().toString();
        }
    }

    private List<Kept> states(TrainingPlan plan, TrainingOptions options) {
        List<Kept> kept = new ArrayList<>();
        TrainingOptions taking =
                options.withSink(
                        (position, state) -> {
                            try (CapturedState taken = state.get()) {
                                kept.add(Kept.of(position, taken));
                            }
                        });
        try (TrainingRun run = Training.run(plan, composition, SEED, taking)) {
            assertThat(run.history().epochs()).isNotEmpty();
        }
        return kept;
    }

    /** The digest covers weights, best weights, moments, averages, history and all counters. */
    @Test
    void goesOnToTheSameBitsFromEveryStepAndEpoch() {
        List<Kept> whole = states(PLAN, TrainingOptions.defaults());
        assertThat(whole).hasSize(5 * 4);
        assertThat(whole.get(0).tensors().keySet()).anyMatch(n -> n.startsWith("gradient/"));
        assertThat(whole.get(1).tensors().keySet()).noneMatch(n -> n.startsWith("gradient/"));
        String last = whole.get(whole.size() - 1).digest();
        for (int i = 0; i < whole.size(); i++) {
            List<Kept> rest = states(PLAN, whole.get(i));
            if (i + 1 < whole.size()) {
                assertThat(rest).hasSize(whole.size() - i - 1);
                assertThat(rest.get(0).digest()).isEqualTo(whole.get(i + 1).digest());
                assertThat(rest.get(rest.size() - 1).digest()).isEqualTo(last);
            } else {
                assertThat(rest).isEmpty();
            }
        }
    }

    private List<Kept> states(TrainingPlan plan, Kept start) {
        return states(plan, TrainingOptions.defaults().withStart(start.saved()));
    }

    @Test
    void captureChangesNothing() {
        try (TrainingRun watched =
                        Training.run(
                                PLAN,
                                composition,
                                SEED,
                                TrainingOptions.defaults()
                                        .withSink((position, state) -> state.get().close()));
                TrainingRun plain =
                        Training.run(PLAN, composition, SEED, TrainingOptions.defaults())) {
            assertThat(watched.history()).isEqualTo(plain.history());
        }
    }

    @Test
    void stopRequestEndsTrainingAfterTheStepWithAStateThatGoesOn() {
        List<Kept> whole = states(PLAN, TrainingOptions.defaults());
        List<Kept> kept = new ArrayList<>();
        int[] asked = {0};
        TrainingOptions stopping =
                TrainingOptions.defaults()
                        .withStopRequested(() -> ++asked[0] == 6)
                        .withSink(
                                (position, state) -> {
                                    if (position.occasion() == StateSink.Occasion.STOP) {
                                        try (CapturedState taken = state.get()) {
                                            kept.add(Kept.of(position, taken));
                                        }
                                    }
                                });
        try (TrainingRun run = Training.run(PLAN, composition, SEED, stopping)) {
            assertThat(run.ending()).isEqualTo(TrainingRun.Ending.STOPPED);
            assertThat(run.history().epochs()).hasSize(1);
        }
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).position().epoch()).isEqualTo(2);
        assertThat(kept.get(0).position().step()).isEqualTo(2);
        List<Kept> rest = states(PLAN, kept.get(0));
        assertThat(rest.get(rest.size() - 1).digest())
                .isEqualTo(whole.get(whole.size() - 1).digest());
    }

    @Test
    void finishedTrainingGoesOnToItsEndAtOnceWithTheSameModels() {
        List<Kept> whole = states(PLAN, TrainingOptions.defaults());
        TrainingOptions again =
                TrainingOptions.defaults().withStart(whole.get(whole.size() - 1).saved());
        try (TrainingRun plain = Training.run(PLAN, composition, SEED, TrainingOptions.defaults());
                TrainingRun resumed = Training.run(PLAN, composition, SEED, again)) {
            assertThat(resumed.history()).isEqualTo(plain.history());
            assertThat(resumed.ending()).isEqualTo(plain.ending());
            List<Sample> samples = composition.samples(Split.TEST);
            assertThat(resumed.model().predict(samples)).isEqualTo(plain.model().predict(samples));
            assertThat(resumed.last().predict(samples)).isEqualTo(plain.last().predict(samples));
        }
    }

    @Test
    void stateOfAnotherSeedOrNoStateIsRefused() {
        Kept first = states(PLAN, TrainingOptions.defaults()).get(0);
        TrainingOptions options = TrainingOptions.defaults().withStart(first.saved());
        assertThatThrownBy(() -> Training.run(PLAN, composition, new Seed(12), options))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("11")
                .hasMessageContaining("12");
        assertThatThrownBy(
                        () ->
                                Training.run(
                                        PLAN,
                                        composition,
                                        SEED,
                                        TrainingOptions.defaults()
                                                .withStart(
                                                        new SavedState(
                                                                Json.line(Map.of("version", 1)),
                                                                name -> ByteBuffer.allocate(0)))))
                .isInstanceOf(InputException.class);
    }
}
