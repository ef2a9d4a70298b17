package dev.fer4j.train;

import dev.fer4j.core.Seed;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.loader.NoiseImages;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.state.CapturedState;
import dev.fer4j.train.state.SavedState;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** The steps that a training consists of, one at a time, on images of noise if on no others. */
public final class LearningSteps implements AutoCloseable {

    private static final Seed SEED = new Seed(1);
    private static final double RATE = 1e-4;

    private final Network network;
    private final TrainingState state;
    private final Batch noise;

    /** Builds the plan's network on its device. */
    public LearningSteps(TrainingPlan plan) {
        network = Network.of(plan, SEED);
        state = new TrainingState(plan, SEED, network);
        noise = NoiseImages.batch(plan.batchSize(), plan.inputSize());
    }

    /** Adds the gradients of the noise to those that wait for an update; returns its logits. */
    public float[] learn() {
        return learn(noise);
    }

    private float[] learn(Batch batch) {
        float[] weights = new float[batch.samples().size()];
        Arrays.fill(weights, 1);
        return inTraining(() -> state.learner().learn(batch, weights));
    }

    /** Updates the weights by the gradients that wait for it. */
    public void update() {
        if (inTraining(() -> state.learner().update(RATE)).isPresent()) {
            throw new IllegalStateException("not finite");
        }
    }

    /** Learns from the noise and updates. */
    public void step() {
        step(noise);
    }

    /** Learns from a batch and updates. */
    public void step(Batch batch) {
        learn(batch);
        update();
    }

    /** A copy of everything that changes, with the gradients that wait for an update. */
    public CapturedState capture() {
        return inTraining(state::capture);
    }

    /** Continues from a state of the same plan, on whatever device it was. */
    public void restore(CapturedState saved) {
        inTraining(
                () -> {
                    state.restore(SavedState.of(saved));
                    return Optional.empty();
                });
    }

    private <T> T inTraining(Supplier<T> work) {
        return GradientMode.off(() -> network.training(work));
    }

    @Override
    public void close() {
        state.close();
        network.close();
    }
}
