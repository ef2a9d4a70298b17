package dev.fer4j.benchmarks.optimizer;

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
import dev.fer4j.train.loss.BinaryCrossEntropy;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.xception.Xception;
import java.util.List;
import java.util.Map;

/** A network whose weights and gradients depend only on the configuration. */
final class Learned implements AutoCloseable {

    private static final int IMAGES = 2;

    private final NDManager manager;
    private final Block block;
    private final ParameterStore store;

    Learned(Xception network) {
        manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
        block = network.build(new Seed(1));
        block.initialize(manager, DataType.FLOAT32, input());
        store = new ParameterStore(manager, false);
    }

    private static Shape input() {
        int size = Xception.SMALLEST_INPUT;
        return new Shape(IMAGES, 3, size, size);
    }

    NDManager manager() {
        return manager;
    }

    /** The parameters by path, including running statistics. */
    Map<String, Parameter> parameters() {
        return ParameterPaths.of(block);
    }

    /**
     * Computes the gradients of networks from the same random images, as training does, so that
     * they have the same memory layout.
     */
    static void learn(List<Learned> networks) {
        try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
            networks.forEach(network -> network.learn(gradients));
        }
    }

    private void learn(GradientCollector gradients) {
        // For dropout.
        manager.getEngine().setRandomSeed(3);
        try (NDManager scratch = manager.newSubManager()) {
            float[] pixels = new float[(int) input().size()];
            var random = new Seed(2).generator();
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = 2 * random.nextFloat() - 1;
            }
            NDArray images = scratch.create(pixels, input());
            NDArray targets = scratch.create(new float[] {0, 1}, new Shape(IMAGES, 1));
            NDArray logits = block.forward(store, new NDList(images), true).singletonOrThrow();
            gradients.backward(BinaryCrossEntropy.ofLogits(logits, targets).mean());
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
