package dev.fer4j.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.internal.WeightSnapshot;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.loss.BinaryCrossEntropy;
import dev.fer4j.train.optim.Adam;
import dev.fer4j.train.optim.NonFinite;
import dev.fer4j.train.optim.WeightAverage;
import dev.fer4j.train.plan.Optimization;
import dev.fer4j.train.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Turns batches into gradients and gradients into updates.
 *
 * <p>Gradients of the weighted sum of losses accumulate over the batches of an update, which
 * divides them by the sum of the weights.
 */
final class Learner {

    private final Network network;
    private final Optimization optimization;
    private final Adam adam;
    private final Optional<WeightAverage> average;
    private long updates;
    private int waitingBatches;
    private double waitingWeight;

    /**
     * Creates a learner for a network without frozen stages.
     *
     * @param manager the owner of moments and averages
     */
    Learner(Network network, NDManager manager, Optimization optimization) {
        this.network = network;
        this.optimization = optimization;
        this.adam =
                new Adam(
                        manager,
                        network.parameters(),
                        optimization.adam(),
                        optimization.stageRates());
        this.average =
                optimization
                        .averageDecay()
                        .map(decay -> new WeightAverage(manager, network.parameters(), decay));
    }

    /** Accumulates the gradients of a batch and returns its logits. */
    float[] learn(Batch batch, float[] weights) {
        return network.computing(() -> gradientsOf(batch, weights));
    }

    private float[] gradientsOf(Batch batch, float[] weights) {
        try (NDManager scratch = network.manager().newSubManager()) {
            NDArray logits;
            try (GradientCollector gradients = PyTorch.engine().newGradientCollector()) {
                logits = network.learn(batch.images(scratch));
                NDArray counts = scratch.create(weights, new Shape(weights.length, 1));
                gradients.backward(
                        BinaryCrossEntropy.weightedSum(logits, batch.targets(scratch), counts));
            }
            waitingBatches++;
            for (float weight : weights) {
                waitingWeight += weight;
            }
            return logits.toFloatArray();
        }
    }

    /** Whether enough batches have accumulated for an update. */
    boolean isDue() {
        return waitingBatches >= optimization.accumulation();
    }

    /**
     * Updates the weights from the accumulated batches.
     *
     * @return a non-finite value, if any; the weights are then unusable
     */
    Optional<NonFinite> update(double rate) {
        // If all samples have weight 0, there is no gradient either.
        double scale = waitingWeight > 0 ? 1 / waitingWeight : 0;
        if (optimization.clipNorm().isPresent()) {
            double norm = scale * adam.gradientNorm();
            double most = optimization.clipNorm().get();
            // The optimizer step locates the cause of a non-finite norm.
            scale *= norm > most && norm < Double.POSITIVE_INFINITY ? most / norm : 1;
        }
        Optional<NonFinite> problem = adam.step(rate, scale);
        updates++;
        average.ifPresent(weights -> weights.update(updates));
        waitingBatches = 0;
        waitingWeight = 0;
        return problem;
    }

    /** Finds a parameter that is already non-finite. */
    Optional<NonFinite> findNonFinite() {
        return adam.findNonFiniteWeight();
    }

    /** Runs work with the averaged weights, if any, in place of the current ones. */
    <T> T withAverage(Supplier<T> work) {
        if (average.isEmpty()) {
            return work.get();
        }
        try (WeightSnapshot present = new WeightSnapshot(network.manager(), network.parameters())) {
            average.get().apply();
            try {
                return work.get();
            } finally {
                present.restore();
            }
        }
    }

    long updates() {
        return updates;
    }

    int waitingBatches() {
        return waitingBatches;
    }

    double waitingWeight() {
        return waitingWeight;
    }

    Map<String, Long> adamSteps() {
        return adam.steps();
    }

    /**
     * The state except the weights; bytes reflect the values at the time they are requested.
     *
     * @param scratch must stay open until then
     */
    List<Tensor> tensors(NDManager scratch) {
        List<Tensor> tensors = new ArrayList<>(adam.moments());
        average.ifPresent(weights -> tensors.addAll(weights.tensors()));
        if (waitingBatches > 0) {
            tensors.addAll(adam.gradients(scratch));
        }
        return tensors;
    }

    /** Restores the state from {@link #tensors}, once the right stages are frozen. */
    void restore(SavedProgress saved, Function<String, ByteBuffer> bytes) {
        updates = saved.updates();
        waitingBatches = saved.waitingBatches();
        waitingWeight = saved.waitingWeight();
        adam.restore(saved.adamSteps(), bytes);
        average.ifPresent(weights -> weights.restore(bytes));
        adam.zeroGradients();
        if (waitingBatches > 0) {
            adam.restoreGradients(bytes);
        }
    }
}
