package dev.fer4j.train.xception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import dev.fer4j.core.Seed;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.network.StagedBlock;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FoldedNetworkTest {

    @ParameterizedTest
    @EnumSource(NumericsProfile.class)
    void foldedXceptionGivesTheSameLogits(NumericsProfile profile) throws IOException {
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            StagedBlock network = Fixture.loaded(manager, profile);
            for (int size : new int[] {71, 150}) {
                requireSame(Fixture.config(profile), network, manager, size);
            }
        }
    }

    @Test
    void foldedMiniXceptionGivesTheSameLogits() {
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            StagedBlock network = MiniXception.defaults().build(new Seed(4));
            network.initialize(manager, DataType.FLOAT32, new Shape(2, 3, 48, 48));
            RandomGenerator random = new Seed(5).generator();
            GradientMode.off(
                    () -> {
                        for (Parameter parameter : ParameterPaths.of(network).values()) {
                            if (parameter.getType() != Parameter.Type.WEIGHT) {
                                float[] values = new float[(int) parameter.getShape().size()];
                                for (int i = 0; i < values.length; i++) {
                                    values[i] = 0.3f + random.nextFloat();
                                }
                                parameter.getArray().set(values);
                            }
                        }
                        return network;
                    });
            requireSame(MiniXception.defaults(), network, manager, 64);
        }
    }

    @Test
    void otherBackbonesAreNotFolded() {
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            StagedBlock network = MiniXception.defaults().build(new Seed(4));
            network.initialize(manager, DataType.FLOAT32, new Shape(2, 3, 48, 48));
            Backbone own = seed -> network;
            assertThat(FoldedNetwork.of(own, network, manager)).isEmpty();
        }
    }

    private static void requireSame(
            Backbone backbone, StagedBlock network, NDManager manager, int size) {
        FoldedNetwork folded = FoldedNetwork.of(backbone, network, manager).orElseThrow();
        float[][] logits =
                GradientMode.off(
                        () -> {
                            NDArray images = Fixture.images(manager, 3, size);
                            ParameterStore parameters = new ParameterStore(manager, false);
                            return new float[][] {
                                network.forward(parameters, new NDList(images), false)
                                        .singletonOrThrow()
                                        .toFloatArray(),
                                folded.forward(images).toFloatArray()
                            };
                        });
        assertThat(logits[0][0]).isNotEqualTo(logits[0][1]);
        double largest = 0.1;
        for (float logit : logits[0]) {
            largest = Math.max(largest, Math.abs(logit));
        }
        for (int i = 0; i < 3; i++) {
            assertThat((double) logits[1][i]).isCloseTo(logits[0][i], within(1e-5 * largest));
        }
    }
}
