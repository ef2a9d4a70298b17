package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Seed;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.model.ModelDescription;
import dev.fer4j.train.model.Predictor;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.plan.SmallTraining;
import org.junit.jupiter.api.Test;

/** A network for more than two labels, which otherwise would be trained on broadcast targets. */
class SeveralLogitsTest {

    private static final Backbone SEVEN =
            seed ->
                    new SequentialBlock()
                            .add(Blocks.batchFlattenBlock())
                            .add(Linear.builder().setUnits(7).build());

    @Test
    void isNotTrained() {
        assertThatThrownBy(
                        () ->
                                Network.of(SmallTraining.PLAN.withBackbone(SEVEN), new Seed(1))
                                        .close())
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("(1, 7)")
                .hasMessageContaining("one logit");
    }

    @Test
    void doesNotPredict() {
        try (NDManager manager = PyTorch.engine().newBaseManager(Device.cpu())) {
            Block block = SEVEN.build(new Seed(1));
            block.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 32, 32));
            assertThatThrownBy(
                            () ->
                                    Predictor.of(
                                            ModelDescription.of(SEVEN, 32),
                                            block,
                                            DeviceChoice.CPU))
                    .isInstanceOf(PlanException.class)
                    .hasMessageContaining("one logit");
        }
    }
}
