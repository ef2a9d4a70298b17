package dev.fer4j.train.xception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import dev.fer4j.core.Seed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class XceptionTest {

    private static Block initialized(NDManager manager, XceptionConfig config, int size) {
        Block block = config.build(new Seed(1));
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 3, size, size));
        return block;
    }

    @Test
    void fullNetworkHasTheParametersOfTheKerasApplicationWithOneUnit() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Block block = initialized(manager, XceptionConfig.FULL, 299);
            long parameters =
                    block.getParameters().values().stream()
                            .mapToLong(parameter -> parameter.getShape().size())
                            .sum();
            assertThat(parameters).isEqualTo(20_863_529);
        }
    }

    @Test
    void stagesHaveThePublishedShapesAt299Pixels() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Block block = initialized(manager, XceptionConfig.FULL, 299);
            List<String> shapes = new ArrayList<>();
            Shape[] current = {new Shape(1, 3, 299, 299)};
            for (Pair<String, Block> stage : block.getChildren()) {
                current = stage.getValue().getOutputShapes(current);
                shapes.add(current[0].toString());
            }
            assertThat(shapes)
                    .containsSequence(
                            "(1, 64, 147, 147)",
                            "(1, 128, 74, 74)",
                            "(1, 256, 37, 37)",
                            "(1, 728, 19, 19)")
                    .containsSequence("(1, 728, 19, 19)", "(1, 1024, 10, 10)", "(1, 2048, 10, 10)")
                    .endsWith("(1, 1)");
        }
    }

    @Test
    void realShapesAreThePromisedOnesForOddAndEvenSizes() {
        XceptionConfig config = XceptionConfig.FULL.withWidth(0.125).withMiddleRepeats(1);
        try (NDManager manager = NDManager.newBaseManager()) {
            for (int size : new int[] {71, 96, 101, 150}) {
                Block block = initialized(manager, config, size);
                ParameterStore store = new ParameterStore(manager, false);
                NDList current = new NDList(manager.ones(new Shape(2, 3, size, size)));
                for (Pair<String, Block> stage : block.getChildren()) {
                    Shape[] promised = stage.getValue().getOutputShapes(current.getShapes());
                    current = stage.getValue().forward(store, current, false);
                    assertThat(current.getShapes()).isEqualTo(promised);
                }
            }
        }
    }

    @Test
    void maxPoolPadsAnEvenSizeAtItsEndOnly() {
        try (NDManager manager = NDManager.newBaseManager()) {
            // Closed form: windows [0..2] and [2..3] of −1 … −4 in each direction.
            NDArray input =
                    manager.create(new float[] {-1, -2, -3, -4}, new Shape(1, 1, 1, 4))
                            .repeat(2, 4);
            NDArray pooled =
                    new SameMaxPool()
                            .forward(new ParameterStore(manager, false), new NDList(input), false)
                            .singletonOrThrow();
            assertThat(pooled.getShape()).isEqualTo(new Shape(1, 1, 2, 2));
            assertThat(pooled.toFloatArray()).containsExactly(-1, -3, -1, -3);
        }
    }

    @Test
    void maxPoolPadsAnOddSizeOnBothSides() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray input =
                    manager.create(new float[] {-1, -2, -3, -4, -5}, new Shape(1, 1, 1, 5))
                            .repeat(2, 5);
            NDArray pooled =
                    new SameMaxPool()
                            .forward(new ParameterStore(manager, false), new NDList(input), false)
                            .singletonOrThrow();
            // Windows [−1..1], [1..3], [3..5].
            assertThat(pooled.get("0,0,0").toFloatArray()).containsExactly(-1, -2, -4);
        }
    }

    @Test
    void sameSeedGivesTheSameWeightsAndAnotherSeedOthers() {
        XceptionConfig config = XceptionConfig.FULL.withWidth(0.125).withMiddleRepeats(1);
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray input = manager.ones(new Shape(1, 3, 71, 71));
            assertThat(logit(manager, config.build(new Seed(5)), input))
                    .isEqualTo(logit(manager, config.build(new Seed(5)), input))
                    .isNotEqualTo(logit(manager, config.build(new Seed(6)), input));
        }
    }

    private static float logit(NDManager manager, Block block, NDArray input) {
        block.initialize(manager, DataType.FLOAT32, input.getShape());
        return block.forward(new ParameterStore(manager, false), new NDList(input), false)
                .singletonOrThrow()
                .getFloat();
    }

    @Test
    void badSettingsAreRefusedByName() {
        assertThatThrownBy(() -> XceptionConfig.FULL.withWidth(0)).hasMessageContaining("width");
        assertThatThrownBy(() -> XceptionConfig.FULL.withDropout(1))
                .hasMessageContaining("dropout");
        assertThatThrownBy(() -> XceptionConfig.FULL.withMiddleRepeats(-1))
                .hasMessageContaining("middleRepeats");
    }
}
