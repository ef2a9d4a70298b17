package dev.fer4j.benchmarks.training;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.loss.SigmoidBinaryCrossEntropyLoss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.fer4j.core.Seed;
import dev.fer4j.train.xception.Xception;
import java.nio.ByteBuffer;

/**
 * The same network in a training loop like DJL's examples: contiguous {@code (N, C, H, W)} images,
 * with DJL's trainer, loss and Adam.
 */
final class DjlTrainer implements AutoCloseable {

    private final Model model;
    private final Trainer trainer;
    private final Loss loss = new SigmoidBinaryCrossEntropyLoss();
    private final byte[] pixels;
    private final int batch;
    private final int size;

    DjlTrainer(Xception network, byte[] pixels, int batch, int size) {
        this.pixels = pixels;
        this.batch = batch;
        this.size = size;
        model = Model.newInstance("peer", Device.cpu(), "PyTorch");
        model.setBlock(network.build(new Seed(1)));
        trainer =
                model.newTrainer(
                        new DefaultTrainingConfig(loss)
                                .optOptimizer(
                                        Optimizer.adam()
                                                .optLearningRateTracker(Tracker.fixed(1e-4f))
                                                .optWeightDecays(1e-5f)
                                                .build()));
        trainer.initialize(new Shape(batch, 3, size, size));
    }

    void step() {
        try (NDManager scratch = trainer.getManager().newSubManager()) {
            NDArray images =
                    scratch.create(
                                    ByteBuffer.wrap(pixels),
                                    new Shape(batch, size, size, 3),
                                    DataType.UINT8)
                            .transpose(0, 3, 1, 2)
                            .toType(DataType.FLOAT32, false)
                            .divi(127.5)
                            .subi(1);
            // Reshaping a transposed view copies it into the order of its shape.
            NDArray contiguous = images.reshape(-1).reshape(images.getShape());
            NDList labels = new NDList(NoiseBatch.targets(batch, scratch));
            try (GradientCollector gradients = trainer.newGradientCollector()) {
                gradients.backward(
                        loss.evaluate(labels, trainer.forward(new NDList(contiguous), labels)));
            }
            trainer.step();
        }
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
