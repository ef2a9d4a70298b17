package dev.fer4j.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.CloseOnFailure;
import dev.fer4j.train.device.Arithmetic;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.network.Bfloat16;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.network.SingleLogit;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.weights.WeightsFile;
import dev.fer4j.train.weights.WeightsReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The network of a plan in native memory, with parameters initialized from a seed. */
public final class Network implements AutoCloseable {

    private final NDManager manager;
    private final Block block;
    private final Arithmetic arithmetic;
    private final ParameterStore store;
    private final Optional<Bfloat16> bfloat16;
    private final Map<String, Parameter> parameters;

    private Network(NDManager manager, Block block, Arithmetic arithmetic) {
        this.manager = manager;
        this.block = block;
        this.arithmetic = arithmetic;
        this.store = new ParameterStore(manager, false);
        this.bfloat16 =
                arithmetic.precision() == Arithmetic.Precision.BFLOAT16
                        ? Optional.of(new Bfloat16(manager))
                        : Optional.empty();
        this.parameters = ParameterPaths.of(block);
    }

    /**
     * Builds the network.
     *
     * @throws PlanException if the plan has problems, naming all of them, the device is missing, or
     *     the network gives more than one logit
     */
    public static Network of(TrainingPlan plan, Seed seed) {
        plan.requireValid();
        NDManager manager = PyTorch.engine().newBaseManager(plan.device().resolve());
        Shape input = new Shape(plan.batchSize(), 3, plan.inputSize(), plan.inputSize());
        return CloseOnFailure.of(
                manager::close,
                () -> {
                    Block block = plan.backbone().build(seed.derive("weights"));
                    block.initialize(manager, DataType.FLOAT32, input);
                    SingleLogit.require(block, plan.inputSize());
                    return new Network(manager, block, plan.arithmetic());
                });
    }

    /** Loads all of a file's weights, or none. */
    WeightsReport load(Backbone backbone, WeightsFile weights) {
        try {
            return weights.load(backbone, block);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    NDManager manager() {
        return manager;
    }

    Block block() {
        return block;
    }

    /**
     * Computes logits for training, in the plan's precision.
     *
     * @param images {@code (N, 3, H, W)}, float32; intermediate arrays are attached to their
     *     manager
     * @return {@code (N, 1)}, float32
     */
    NDArray learn(NDArray images) {
        NDArray input = bfloat16.map(format -> format.of(images)).orElse(images);
        ParameterStore values =
                bfloat16.map(format -> format.kernels(images.getManager())).orElse(store);
        return block.forward(values, new NDList(laidOut(input, arithmetic)), true)
                .singletonOrThrow();
    }

    /** Computes logits in inference mode and float32, as predictors do. */
    NDArray predict(NDArray images) {
        NDArray input = laidOut(images, arithmetic.inFloat32());
        return block.forward(store, new NDList(input), false).singletonOrThrow();
    }

    /** Runs the computation of gradients with the engine's settings for the plan's precision. */
    <T> T computing(Supplier<T> work) {
        return PyTorch.in(arithmetic, manager.getDevice(), work);
    }

    /** Runs a training with the engine's settings, other than for the precision of gradients. */
    <T> T training(Supplier<T> work) {
        return PyTorch.in(arithmetic.inFloat32(), manager.getDevice(), work);
    }

    /** Returns channels-last images in the layout of an arithmetic. */
    private NDArray laidOut(NDArray images, Arithmetic way) {
        return way.layoutOn(manager.getDevice()) == Arithmetic.Layout.CONTIGUOUS
                ? images.flatten().reshape(images.getShape())
                : images;
    }

    /** The parameters by path, including running statistics. */
    Map<String, Parameter> parameters() {
        return parameters;
    }

    /** Freezes exactly these stages. */
    void freeze(Set<String> stages) {
        if (block instanceof StagedBlock staged) {
            staged.freeze(stages);
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
