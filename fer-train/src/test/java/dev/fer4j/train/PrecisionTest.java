package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.train.device.Arithmetic;
import dev.fer4j.train.device.Arithmetic.Layout;
import dev.fer4j.train.device.Arithmetic.Precision;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.plan.SmallTraining;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecisionTest {

    private static final Arithmetic BFLOAT16 = Arithmetic.DEFAULT.withPrecision(Precision.BFLOAT16);

    private static final TrainingPlan PLAN =
            TrainingPlan.small()
                    .withBackbone(
                            Xception.FULL
                                    .withWidth(0.25)
                                    .withMiddleRepeats(1)
                                    .withBatchNormMomentum(0.5))
                    .withInputSize(71)
                    .withBatchSize(8)
                    .withEpochs(6);

    @TempDir private Path folder;

    private Composition composition;

    @BeforeEach
    void drawPictures() throws IOException {
        composition = Pictures.compose(folder, 24);
    }

    private TrainingRun train(Arithmetic arithmetic) {
        return train(PLAN, arithmetic);
    }

    private TrainingRun train(TrainingPlan plan, Arithmetic arithmetic) {
        return Training.run(
                plan.withArithmetic(arithmetic), composition, new Seed(1), ProgressListener.none());
    }

    private List<Sample> tested() {
        return composition.samples(Split.TEST);
    }

    @Test
    void bfloat16LearnsAsWell() {
        try (TrainingRun run = train(BFLOAT16)) {
            assertThat(run.history().best().validationAccuracy()).isGreaterThan(0.9);
            long right =
                    run.model().predict(tested()).all().stream()
                            .filter(p -> (p.probability() >= 0.5) == (p.label().asTarget() == 1))
                            .count();
            assertThat(right).isGreaterThanOrEqualTo(22);
        }
    }

    @Test
    void bfloat16GivesTheSameBitsTwice() {
        TrainingPlan shorter = PLAN.withEpochs(2);
        Predictions first;
        try (TrainingRun run = train(shorter, BFLOAT16)) {
            first = run.model().predict(tested());
        }
        try (TrainingRun run = train(shorter, BFLOAT16)) {
            assertThat(run.model().predict(tested())).isEqualTo(first);
        }
        try (TrainingRun run = train(shorter, Arithmetic.DEFAULT)) {
            assertThat(run.model().predict(tested())).isNotEqualTo(first);
        }
    }

    @Test
    void whatConcernsOnlyGpusKeepsTheBitsOfACpu() {
        TrainingPlan shorter = PLAN.withEpochs(1);
        Predictions usual;
        try (TrainingRun run = train(shorter, Arithmetic.DEFAULT)) {
            usual = run.model().predict(tested());
        }
        for (Arithmetic same :
                List.of(
                        Arithmetic.DEFAULT.withDeterministic(true),
                        Arithmetic.DEFAULT.withPrecision(Precision.TF32),
                        Arithmetic.DEFAULT.withLayout(Layout.CHANNELS_LAST))) {
            try (TrainingRun run = train(shorter, same)) {
                assertThat(run.model().predict(tested())).as("%s", same).isEqualTo(usual);
            }
        }
    }

    @Test
    void layoutsGiveTheSameLogitsUpToRounding() {
        NDArray[] logits = new NDArray[2];
        try (NDManager manager = PyTorch.engine().newBaseManager(Device.cpu())) {
            for (int i = 0; i < 2; i++) {
                Layout layout = i == 0 ? Layout.CONTIGUOUS : Layout.CHANNELS_LAST;
                Arithmetic arithmetic = Arithmetic.DEFAULT.withLayout(layout);
                try (Network network = Network.of(PLAN.withArithmetic(arithmetic), new Seed(2))) {
                    NDArray images = images(manager, 4, 71);
                    logits[i] = GradientMode.off(() -> network.predict(images));
                    assertThat(logits[i].getDataType()).isEqualTo(DataType.FLOAT32);
                }
            }
            for (int n = 0; n < 4; n++) {
                assertThat(logits[0].getFloat(n, 0))
                        .isCloseTo(logits[1].getFloat(n, 0), within(1e-4f));
            }
        }
    }

    /** The last ones, before the pooling, are there in float32, too; see FeatureMean. */
    @Test
    void featureMapsOfAStepTakeHalfOfTheMemoryAndNoneStays() {
        double ofFloat32 = bytesOfAStep(Arithmetic.DEFAULT);
        assertThat(bytesOfAStep(BFLOAT16) / ofFloat32).isBetween(0.49, 0.55);
    }

    private static double bytesOfAStep(Arithmetic arithmetic) {
        try (Network network = Network.of(PLAN.withArithmetic(arithmetic), new Seed(2))) {
            network.freeze(Set.of());
            int before = network.manager().getManagedArrays().size();
            double bytes = 0;
            for (int step = 0; step < 3; step++) {
                bytes = bytesOfAStep(network);
            }
            assertThat(network.manager().getManagedArrays()).hasSize(before);
            return bytes;
        }
    }

    private static double bytesOfAStep(Network network) {
        try (NDManager scratch = network.manager().newSubManager();
                GradientCollector gradients = PyTorch.engine().newGradientCollector()) {
            // Kernels have multiples of 8 channels, so that 7 tells feature maps from them.
            NDArray images = images(scratch, 7, 71);
            NDArray logits = network.learn(images);
            gradients.backward(logits.sum());
            return scratch.getManagedArrays().stream()
                    .filter(array -> array != images && array.getShape().dimension() == 4)
                    .filter(array -> array.getShape().get(0) == 7)
                    .mapToDouble(array -> array.size() * bytesOf(array))
                    .sum();
        }
    }

    /** DJL does not know bfloat16. */
    private static int bytesOf(NDArray array) {
        DataType type = array.getDataType();
        return type == DataType.UNKNOWN ? 2 : type.getNumOfBytes();
    }

    private static NDArray images(NDManager manager, int count, int size) {
        float[] values = new float[count * size * size * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(0.37 * i + i / 5000.0);
        }
        return manager.create(values, new Shape(count, size, size, 3)).transpose(0, 3, 1, 2);
    }

    @Test
    void identitiesTellArithmeticsAndKindsOfDevicesButNotEqualGpus() {
        TrainingPlan plan = SmallTraining.PLAN;
        SortedMap<String, String> usual = identity(plan, "cpu");
        assertThat(usual)
                .isEqualTo(
                        TrainingIdentity.of(
                                plan, composition, new Seed(1), TrainingOptions.defaults()))
                .containsEntry("config.device", "cpu")
                .doesNotContainKeys("tf32", "config.arithmetic.precision");
        assertThat(identity(plan.withArithmetic(BFLOAT16), "cpu"))
                .containsEntry("config.arithmetic.precision", "BFLOAT16")
                .containsEntry("config.arithmetic.deterministic", "false");
        String kind = "NVIDIA L4 of compute capability 8.9 (cu124)";
        SortedMap<String, String> first = identity(onGpu(plan, "gpu:0"), kind);
        assertThat(first).containsEntry("config.device", kind).containsKey("tf32");
        assertThat(identity(onGpu(plan, "gpu:1"), kind)).isEqualTo(first);
    }

    private static TrainingPlan onGpu(TrainingPlan plan, String device) {
        return plan.withDevice(DeviceChoice.parse(device));
    }

    private SortedMap<String, String> identity(TrainingPlan plan, String device) {
        return TrainingIdentity.of(
                plan, device, composition, new Seed(1), TrainingOptions.defaults());
    }
}
