package dev.fer4j.train.xception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import dev.fer4j.core.Seed;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.plan.TrainingPlan;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class MiniXceptionTest {

    @Test
    void hasTheParametersAndFeatureMapsThatItsDocumentationSays() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            StagedBlock network = MiniXception.defaults().build(new Seed(2));
            network.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 96, 96));
            List<Parameter> parameters = network.getParameters().values();
            assertThat(parameters.stream().mapToLong(p -> p.getShape().size()).sum())
                    .isEqualTo(50_625);
            assertThat(
                            parameters.stream()
                                    .filter(p -> !p.requiresGradient())
                                    .mapToLong(p -> p.getShape().size())
                                    .sum())
                    .isEqualTo(1_472);
            NDList features =
                    network.features(
                            new ParameterStore(manager, false),
                            manager.ones(new Shape(1, 3, 96, 96)),
                            network.stages());
            assertThat(features.getShapes())
                    .containsExactly(
                            new Shape(1, 8, 92, 92),
                            new Shape(1, 16, 46, 46),
                            new Shape(1, 32, 23, 23),
                            new Shape(1, 64, 12, 12),
                            new Shape(1, 128, 6, 6),
                            new Shape(1, 128),
                            new Shape(1, 128),
                            new Shape(1, 1));
        }
    }

    @Test
    void isTrainedFromItsOwnSmallestSizeOn() {
        TrainingPlan plan =
                TrainingPlan.small().withInputSize(71).withBackbone(MiniXception.defaults());
        assertThat(plan.withInputSize(48).problems()).isEmpty();
        assertThatThrownBy(() -> plan.withInputSize(47).requireValid())
                .hasMessageContaining("48..2048");
        assertThatThrownBy(() -> TrainingPlan.small().withInputSize(70).requireValid())
                .hasMessageContaining("71..2048");
    }

    /** With a stride in its first shortcut this ended the process, see {@link EveryOther}. */
    @Test
    void fewChannelsCanBeTrainedOnChannelsLastImages() {
        int size = 96;
        ByteBuffer pixels = ByteBuffer.allocateDirect(16 * 3 * size * size);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            StagedBlock network = MiniXception.defaults().build(new Seed(2));
            network.initialize(manager, DataType.FLOAT32, new Shape(16, 3, size, size));
            try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray images = Batch.asInput(pixels, 16, size, manager);
                NDArray logits =
                        network.forward(
                                        new ParameterStore(manager, false),
                                        new NDList(images),
                                        true)
                                .singletonOrThrow();
                gradients.backward(logits.sum());
                assertThat(logits.getShape()).isEqualTo(new Shape(16, 1));
            }
        }
    }

    @Test
    void badSettingsAreRefusedByName() {
        assertThatThrownBy(() -> MiniXception.defaults().withWidth(0))
                .hasMessageContaining("width");
        assertThatThrownBy(() -> MiniXception.defaults().withDropout(1))
                .hasMessageContaining("dropout");
        assertThatThrownBy(() -> MiniXception.defaults().withBatchNormMomentum(1))
                .hasMessageContaining("batchNormMomentum");
    }
}
