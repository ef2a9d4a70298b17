package dev.fer4j.train.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import dev.fer4j.core.Seed;
import dev.fer4j.train.optim.Adam;
import dev.fer4j.train.optim.AdamConfig;
import dev.fer4j.train.xception.MiniXception;
import dev.fer4j.train.xception.Xception;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StagedBlockTest {

    static Stream<Backbone> backbones() {
        return Stream.of(
                Xception.FULL.withWidth(0.05).withMiddleRepeats(1), MiniXception.defaults());
    }

    private static StagedBlock network(NDManager manager, Backbone backbone) {
        StagedBlock network = (StagedBlock) backbone.build(new Seed(7));
        network.initialize(manager, DataType.FLOAT32, new Shape(2, 3, 71, 71));
        return network;
    }

    private static NDArray images(NDManager manager) {
        return manager.arange(2 * 3 * 71 * 71)
                .toType(DataType.FLOAT32, false)
                .sin()
                .reshape(2, 3, 71, 71);
    }

    @ParameterizedTest
    @MethodSource("backbones")
    void featuresOfAStageAndTheRestFromThereGiveTheLogits(Backbone backbone) {
        GradientMode.off(
                () -> {
                    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
                        StagedBlock network = network(manager, backbone);
                        ParameterStore store = new ParameterStore(manager, false);
                        NDArray images = images(manager);
                        float[] logits =
                                network.forward(store, new NDList(images), false)
                                        .singletonOrThrow()
                                        .toFloatArray();
                        for (String stage : network.stages()) {
                            NDArray features =
                                    network.features(store, images, List.of(stage))
                                            .singletonOrThrow();
                            assertThat(network.forwardAfter(stage, store, features).toFloatArray())
                                    .as(stage)
                                    .isEqualTo(logits);
                        }
                        return network;
                    }
                });
    }

    @Test
    void featuresComeInTheOrderOfTheirNames() {
        GradientMode.off(
                () -> {
                    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
                        StagedBlock network = network(manager, MiniXception.defaults());
                        NDList features =
                                network.features(
                                        new ParameterStore(manager, false),
                                        images(manager),
                                        List.of("pool", "block1", "pool"));
                        assertThat(features.getShapes())
                                .containsExactly(
                                        new Shape(2, 128),
                                        new Shape(2, 8, 67, 67),
                                        new Shape(2, 128));
                        return network;
                    }
                });
    }

    @Test
    void gradientOfTheLogitByAFeatureMapCanBeHad() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            StagedBlock network = network(manager, MiniXception.defaults());
            ParameterStore store = new ParameterStore(manager, false);
            NDArray features =
                    GradientMode.off(
                            () ->
                                    network.features(store, images(manager), List.of("block5"))
                                            .singletonOrThrow());
            features.setRequiresGradient(true);
            try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
                gradients.backward(network.forwardAfter("block5", store, features).sum());
            }
            // After the last stage come a mean over 5 × 5 places and a dense layer.
            float[] weights =
                    ParameterPaths.of(network).get("logit.weight").getArray().toFloatArray();
            assertThat(features.getGradient().getFloat(1, 77, 2, 3)).isEqualTo(weights[77] / 25);
        }
    }

    @Test
    void frozenStagesStayAsTheyAreWhileOthersLearn() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            StagedBlock network = network(manager, MiniXception.defaults());
            Set<String> frozen = Set.of("block1", "block3");
            network.freeze(frozen);
            Map<String, float[]> before = values(network);
            Adam adam =
                    new Adam(
                            manager,
                            ParameterPaths.of(network),
                            AdamConfig.TEXTBOOK.withL2(0.1),
                            Map.of());
            try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
                gradients.backward(
                        network.forward(
                                        new ParameterStore(manager, false),
                                        new NDList(images(manager)),
                                        true)
                                .singletonOrThrow()
                                .sum());
            }
            GradientMode.off(
                    () -> {
                        adam.step(0.01, 1);
                        return adam;
                    });
            Map<String, float[]> after = values(network);
            before.forEach(
                    (path, values) -> {
                        boolean rests = frozen.contains(path.substring(0, path.indexOf('.')));
                        if (rests) {
                            assertThat(after.get(path)).as(path).isEqualTo(values);
                        } else {
                            assertThat(after.get(path)).as(path).isNotEqualTo(values);
                        }
                    });
        }
    }

    @Test
    void thawedStagesLearnAgainAndRunningStatisticsNeverHaveGradients() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            StagedBlock network = network(manager, MiniXception.defaults());
            network.freeze(Set.copyOf(network.stages()));
            assertThat(network.getParameters().values())
                    .noneMatch(Parameter::requiresGradient)
                    .noneMatch(parameter -> parameter.getArray().hasGradient());
            network.freeze(Set.of());
            assertThat(network.frozen()).isEmpty();
            network.getParameters()
                    .values()
                    .forEach(
                            parameter ->
                                    assertThat(parameter.requiresGradient())
                                            .as(parameter.getName())
                                            .isEqualTo(!parameter.getName().startsWith("running")));
        }
    }

    private static Map<String, float[]> values(Block network) {
        Map<String, float[]> values = new LinkedHashMap<>();
        ParameterPaths.of(network)
                .forEach((path, p) -> values.put(path, p.getArray().toFloatArray()));
        return values;
    }

    @Test
    void stagesThatAreNotThereAreNamed() {
        StagedBlock network = MiniXception.defaults().build(new Seed(1));
        assertThatThrownBy(() -> network.freeze(Set.of("block9")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("block9")
                .hasMessageContaining("block5");
        assertThatThrownBy(() -> network.stage("top")).hasMessageContaining("top");
        assertThatThrownBy(() -> new StagedBlock(Map.of("a.b", network)))
                .hasMessageContaining("a.b");
    }
}
