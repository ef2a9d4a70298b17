package dev.fer4j.train.xception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import dev.fer4j.core.Seed;
import dev.fer4j.train.network.ParameterPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class XceptionTest {

    private static Block initialized(NDManager manager, Xception config, int size) {
        Block block = config.build(new Seed(1));
        block.initialize(manager, DataType.FLOAT32, new Shape(1, 3, size, size));
        return block;
    }

    @Test
    void fullNetworkHasTheParametersOfTheKerasApplicationWithOneUnit() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            Block block = initialized(manager, Xception.FULL, 299);
            Map<Boolean, Long> parameters =
                    block.getParameters().values().stream()
                            .collect(
                                    Collectors.partitioningBy(
                                            Parameter::requiresGradient,
                                            Collectors.summingLong(
                                                    parameter -> parameter.getShape().size())));
            assertThat(parameters.get(true)).as("trainable").isEqualTo(20_809_001);
            assertThat(parameters.get(false)).as("running statistics").isEqualTo(54_528);
            assertThat(parameters.get(true) + parameters.get(false)).isEqualTo(20_863_529);
        }
    }

    @Test
    void stagesAreNamedAsDocumented() {
        assertThat(Xception.FULL.build(new Seed(1)).stages())
                .containsExactly(
                        "block1", "block2", "block3", "block4", "block5", "block6", "block7",
                        "block8", "block9", "block10", "block11", "block12", "block13", "block14",
                        "pool", "dropout", "logit");
        assertThat(Xception.FULL.withMiddleRepeats(0).build(new Seed(1)).stages())
                .containsSubsequence("block4", "block5", "block6", "pool");
    }

    @Test
    void stagesHaveThePublishedShapesAt299Pixels() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            Block block = initialized(manager, Xception.FULL, 299);
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
        for (NumericsProfile profile : NumericsProfile.values()) {
            assertPromisedShapes(
                    Xception.FULL.withProfile(profile).withWidth(0.125).withMiddleRepeats(1));
        }
    }

    private static void assertPromisedShapes(Xception config) {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
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
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
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
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
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
        Xception config = Xception.FULL.withWidth(0.125).withMiddleRepeats(1);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            NDArray input = manager.ones(new Shape(1, 3, 71, 71));
            assertThat(logit(manager, config.build(new Seed(5)), input))
                    .isEqualTo(logit(manager, config.build(new Seed(5)), input))
                    .isNotEqualTo(logit(manager, config.build(new Seed(6)), input));
        }
    }

    @Test
    void initialKernelsAreThoseOfKeras() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            Block block = initialized(manager, Xception.FULL.withMiddleRepeats(0), 71);
            // Fans of (3, 3, 3, 32), (3, 3, 728, 1), (1, 1, 1536, 2048) and (2048, 1).
            assertUniform(block, "block1.conv1.weight", Math.sqrt(6.0 / (27 + 288)));
            assertUniform(
                    block, "block5.body.sepconv1.depthwise.weight", Math.sqrt(6.0 / (6552 + 9)));
            assertUniform(block, "block6.sepconv2.pointwise.weight", Math.sqrt(6.0 / 3584));
            assertUniform(block, "logit.weight", Math.sqrt(6.0 / 2049));
            assertThat(values(block, "logit.bias")).containsExactly(0);
            assertThat(values(block, "block1.bn1.gamma")).containsOnly(1);
            assertThat(values(block, "block1.bn1.runningMean")).containsOnly(0);
        }
    }

    @Test
    void initialKernelsAreThoseOfTimm() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            Block block =
                    initialized(
                            manager,
                            Xception.FULL.withProfile(NumericsProfile.TIMM).withMiddleRepeats(0),
                            71);
            float[] kernel = values(block, "block6.sepconv2.pointwise.weight");
            double squares = 0;
            for (float value : kernel) {
                squares += (double) value * value;
            }
            assertThat(squares / kernel.length).isCloseTo(2.0 / 2048, withinPercentage(1));
            assertUniform(block, "logit.weight", 1 / Math.sqrt(2048));
            assertThat(Math.abs(values(block, "logit.bias")[0]))
                    .isPositive()
                    .isLessThan((float) (1 / Math.sqrt(2048)));
        }
    }

    /** Within the limit, near it, and about zero. */
    private static void assertUniform(Block block, String path, double limit) {
        float[] values = values(block, path);
        double largest = 0;
        double sum = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
            sum += value;
        }
        assertThat(largest).as(path).isBetween(0.98 * limit, 1.000001 * limit);
        double deviation = limit / Math.sqrt(3.0 * values.length);
        assertThat(Math.abs(sum / values.length)).as(path).isLessThan(5 * deviation);
    }

    private static float[] values(Block block, String path) {
        return ParameterPaths.of(block).get(path).getArray().toFloatArray();
    }

    private static float logit(NDManager manager, Block block, NDArray input) {
        block.initialize(manager, DataType.FLOAT32, input.getShape());
        return block.forward(new ParameterStore(manager, false), new NDList(input), false)
                .singletonOrThrow()
                .getFloat();
    }

    @Test
    void badSettingsAreRefusedByName() {
        assertThatThrownBy(() -> Xception.FULL.withWidth(0)).hasMessageContaining("width");
        assertThatThrownBy(() -> Xception.FULL.withDropout(1)).hasMessageContaining("dropout");
        assertThatThrownBy(() -> Xception.FULL.withMiddleRepeats(-1))
                .hasMessageContaining("middleRepeats");
    }
}
