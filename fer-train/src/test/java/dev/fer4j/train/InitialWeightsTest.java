package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.InputException;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.train.checkpoint.Checkpoints;
import dev.fer4j.train.model.ModelDescription;
import dev.fer4j.train.model.ModelFile;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.plan.Phase;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.weights.HeadPolicy;
import dev.fer4j.train.weights.WeightFormat;
import dev.fer4j.train.weights.WeightOutcome;
import dev.fer4j.train.weights.WeightsFile;
import dev.fer4j.train.weights.WeightsReport;
import dev.fer4j.train.xception.Fixture;
import dev.fer4j.train.xception.MiniXception;
import dev.fer4j.train.xception.NumericsProfile;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All stages but the last rest, and that one moves by less than a float can tell. */
class InitialWeightsTest {

    private static final Seed SEED = new Seed(1);
    private static final LearningRate STILL = new LearningRate.Constant(1e-30);
    private static final MiniXception BACKBONE = MiniXception.defaults().withWidth(0.5);
    private static final TrainingPlan PLAN =
            TrainingPlan.small()
                    .withBackbone(BACKBONE)
                    .withInputSize(48)
                    .withBatchSize(8)
                    .withPhases(List.of(Phase.headOnly(BACKBONE, 1, STILL)));

    @TempDir private Path folder;

    private Composition composition;

    @BeforeEach
    void drawPictures() throws IOException {
        composition = Pictures.compose(folder, 8);
    }

    private Path model(Backbone backbone, int seed) throws IOException {
        Path file = folder.resolve("start" + seed + ".safetensors");
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            StagedBlock network = (StagedBlock) backbone.build(new Seed(seed));
            network.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 48, 48));
            GradientMode.off(
                    () -> {
                        ParameterPaths.of(network).values().forEach(p -> p.getArray().addi(0.125f));
                        return network;
                    });
            ModelFile.write(file, ModelDescription.of(backbone, 48), network);
        }
        return file;
    }

    private static Map<String, float[]> values(Path model) throws IOException {
        Map<String, float[]> values = new LinkedHashMap<>();
        try (SafetensorsFile file = SafetensorsFile.open(model)) {
            for (String name : file.tensors().keySet()) {
                values.put(name, file.readFloats(name));
            }
        }
        return values;
    }

    /** Weights after a training in which nothing moves. */
    private Map<String, float[]> trained(TrainingPlan plan, TrainingOptions options)
            throws IOException {
        Path file = folder.resolve("trained.safetensors");
        try (TrainingRun run = Training.run(plan, composition, SEED, options)) {
            run.last().save(file, Threshold.HALF);
        }
        return values(file);
    }

    private static void assertSame(Map<String, float[]> one, Map<String, float[]> other) {
        assertThat(one).containsOnlyKeys(other.keySet());
        one.forEach((path, array) -> assertThat(array).as(path).isEqualTo(other.get(path)));
    }

    private static TrainingOptions from(WeightsFile file) {
        return TrainingOptions.defaults().withInitialWeights(file);
    }

    @Test
    void trainingStartsFromExactlyTheWeightsOfAModelFileAndReportsThem() throws IOException {
        Path start = model(BACKBONE, 5);
        List<WeightsReport> reports = new ArrayList<>();
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void weightsLoaded(WeightsReport report) {
                        reports.add(report);
                    }
                };
        Map<String, float[]> after =
                trained(PLAN, from(WeightsFile.pretrained(start)).withListener(listener));
        assertSame(after, values(start));
        assertThat(reports)
                .singleElement()
                .satisfies(
                        report -> {
                            assertThat(report.format()).isEqualTo(WeightFormat.FER4J_MODEL);
                            assertThat(report.sha256()).isEqualTo(Sha256.of(start));
                            assertThat(report.count(WeightOutcome.LOADED)).isEqualTo(after.size());
                            assertThat(report.notes()).isEmpty();
                        });
    }

    @Test
    void averagedAndBestWeightsBeginThereToo() throws IOException {
        Path start = model(BACKBONE, 5);
        TrainingPlan averaging = PLAN.withOptimization(PLAN.optimization().withAverageDecay(0.9));
        Map<String, float[]> average = trained(averaging, from(WeightsFile.trained(start)));
        values(start)
                .forEach(
                        (path, array) ->
                                assertThat(average.get(path))
                                        .as(path)
                                        .containsExactly(array, within(1e-6f)));
        Path best = folder.resolve("best.safetensors");
        TrainingOptions stopping = from(WeightsFile.trained(start)).withStopRequested(() -> true);
        try (TrainingRun run = Training.run(PLAN, composition, SEED, stopping)) {
            assertThat(run.ending()).isEqualTo(TrainingRun.Ending.STOPPED);
            run.model().save(best, Threshold.HALF);
        }
        assertSame(values(best), values(start));
    }

    @Test
    void newHeadIsThatOfTheSeed() throws IOException {
        WeightsFile start = WeightsFile.trained(model(BACKBONE, 5));
        Map<String, float[]> after = trained(PLAN, from(start.withHead(HeadPolicy.KEPT)));
        Map<String, float[]> fresh = trained(PLAN, TrainingOptions.defaults());
        Map<String, float[]> file = values(start.path());
        assertThat(after.get("logit.weight")).isEqualTo(fresh.get("logit.weight"));
        assertThat(after.get("logit.weight")).isNotEqualTo(file.get("logit.weight"));
        assertThat(after.get("block3.shortcut.conv.weight"))
                .isEqualTo(file.get("block3.shortcut.conv.weight"))
                .isNotEqualTo(fresh.get("block3.shortcut.conv.weight"));
    }

    @Test
    void kerasFilesStartATrainingAsWell() throws IOException {
        Xception config = Fixture.config(NumericsProfile.KERAS);
        TrainingPlan plan =
                TrainingPlan.small()
                        .withBackbone(config)
                        .withInputSize(71)
                        .withBatchSize(8)
                        .withPhases(List.of(Phase.headOnly(config, 1, STILL)));
        WeightsFile keras = WeightsFile.trained(Fixture.hdf5(folder));
        Map<String, float[]> after = trained(plan, from(keras));
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            ParameterPaths.of(Fixture.loaded(manager, NumericsProfile.KERAS))
                    .forEach(
                            (path, parameter) ->
                                    assertThat(after.get(path))
                                            .as(path)
                                            .isEqualTo(parameter.getArray().toFloatArray()));
        }
        assertThatThrownBy(() -> trained(PLAN, from(keras)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("with the weights of an Xception")
                .hasMessageContaining("MiniXception");
    }

    @Test
    void missingFileOtherDigestAndOtherNetworkAreRefusedBeforeAnyImageIsRead() throws IOException {
        Path start = model(BACKBONE, 5);
        composition.manifests().stream()
                .flatMap(manifest -> manifest.samples().stream())
                .forEach(sample -> assertThat(sample.file().toFile().delete()).isTrue());
        assertThatThrownBy(
                        () -> trained(PLAN, from(WeightsFile.trained(folder.resolve("none.h5")))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none.h5: is not a regular file");
        WeightsFile other = WeightsFile.trained(start).withSha256("0".repeat(64));
        assertThatThrownBy(() -> trained(PLAN, from(other)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(Sha256.of(start));
        TrainingPlan wider = PLAN.withBackbone(BACKBONE.withWidth(1));
        WeightsFile file = WeightsFile.trained(start);
        assertThatThrownBy(() -> trained(wider, from(file)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("does not fit the network");
        assertThatThrownBy(() -> Training.check(wider, Optional.of(file)))
                .isInstanceOf(InputException.class);
        assertThat(Training.check(PLAN, Optional.of(file)))
                .hasValueSatisfying(report -> assertThat(report.complete()).isTrue());
        byte[] bytes = Files.readAllBytes(start);
        bytes[bytes.length - 3] ^= 1;
        Files.write(start, bytes);
        assertThatThrownBy(() -> Training.check(PLAN, Optional.of(file)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void networksThatDifferInNoShapeAreNoted() throws IOException {
        WeightsFile start = WeightsFile.trained(model(BACKBONE.withDropout(0.25), 5));
        assertThat(Training.check(PLAN, Optional.of(start)).orElseThrow().notes())
                .singleElement()
                .asString()
                .contains("\"dropout\":0.25", "\"dropout\":0.5");
    }

    private void resume(TrainingOptions options, List<String> events) {
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void weightsLoaded(WeightsReport report) {
                        events.add("loaded");
                    }

                    @Override
                    public void resumed(TrainingHistory history, int step) {
                        events.add("resumed " + history.epochs().size() + " " + step);
                    }
                };
        ResumableTraining.run(
                        PLAN,
                        composition,
                        SEED,
                        options.withListener(listener),
                        Checkpoints.in(folder.resolve("checkpoints")))
                .close();
    }

    @Test
    void resumeHasTheWeightsInItsStateAndRefusesAnotherFile() throws IOException {
        WeightsFile start = WeightsFile.trained(model(BACKBONE, 5));
        List<String> events = new ArrayList<>();
        resume(from(start), events);
        resume(from(start), events);
        assertThat(events).containsExactly("loaded", "resumed 1 0");

        String digest = Sha256.of(start.path());
        Path another = model(BACKBONE, 6);
        assertThatThrownBy(() -> resume(from(WeightsFile.trained(another)), events))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("initialWeights: " + digest)
                .hasMessageContaining(Sha256.of(another) + " now");
        assertThatThrownBy(() -> resume(TrainingOptions.defaults(), events))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("initialWeights: " + digest + " in the checkpoint, absent");
        assertThatThrownBy(() -> resume(from(start.withHead(HeadPolicy.KEPT)), events))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("initialWeights.head: REQUIRED in the checkpoint, KEPT now");
        Files.delete(start.path());
        assertThatThrownBy(() -> resume(from(start), events))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not a regular file");
        assertThat(events).hasSize(2);
    }
}
