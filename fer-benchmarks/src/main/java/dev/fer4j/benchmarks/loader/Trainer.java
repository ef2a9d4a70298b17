package dev.fer4j.benchmarks.loader;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import dev.fer4j.core.Seed;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.loss.BinaryCrossEntropy;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.optim.Adam;
import dev.fer4j.train.optim.AdamConfig;
import dev.fer4j.train.xception.Xception;
import java.util.Map;
import java.util.function.Function;

/** A network that is updated as {@code Training} does. */
public final class Trainer implements AutoCloseable {

    private final NDManager manager;
    private final Block block;
    private final ParameterStore parameters;
    private final Adam adam;

    /** Creates a network with random weights on the CPU. */
    public Trainer(Xception network, int batchSize, int size) {
        manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
        block = network.build(new Seed(1));
        block.initialize(manager, DataType.FLOAT32, new Shape(batchSize, 3, size, size));
        parameters = new ParameterStore(manager, false);
        adam =
                new Adam(
                        manager,
                        ParameterPaths.of(block),
                        AdamConfig.TEXTBOOK.withL2(1e-5),
                        Map.of());
    }

    /** One update. */
    public void step(Batch batch, boolean channelsLast) {
        step(
                scratch -> {
                    NDArray images = batch.images(scratch);
                    // reshape(-1) of a transposed view copies it into the order of its logical
                    // shape.
                    return channelsLast ? images : images.reshape(-1).reshape(images.getShape());
                },
                batch::targets);
    }

    /**
     * One update.
     *
     * @param images returns the images {@code (N, 3, size, size)}
     * @param targets returns the targets {@code (N, 1)}
     */
    public void step(Function<NDManager, NDArray> images, Function<NDManager, NDArray> targets) {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray input = images.apply(scratch);
            try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray logits =
                        block.forward(parameters, new NDList(input), true).singletonOrThrow();
                gradients.backward(
                        BinaryCrossEntropy.ofLogits(logits, targets.apply(scratch)).mean());
            }
            GradientMode.off(() -> adam.step(1e-4, 1));
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
