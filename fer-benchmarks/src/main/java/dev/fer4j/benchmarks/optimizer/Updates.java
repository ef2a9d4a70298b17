package dev.fer4j.benchmarks.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.tracker.Tracker;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.optim.Adam;
import dev.fer4j.train.optim.AdamConfig;
import dev.fer4j.train.xception.Xception;
import java.util.List;
import java.util.Map;

/** The same updates of identical networks by both optimizers. */
final class Updates implements AutoCloseable {

    private static final float RATE = 1e-4f;

    private final Learned mine;
    private final Learned theirs;
    private final Adam ours;
    private final ai.djl.training.optimizer.Adam djl =
            ai.djl.training.optimizer.Adam.builder()
                    .optLearningRateTracker(Tracker.fixed(RATE))
                    .build();

    Updates(Xception network) {
        mine = new Learned(network);
        theirs = new Learned(network);
        AdamConfig config =
                new AdamConfig(
                        0.9, 0.999, 1e-8, AdamConfig.Form.KERAS, AdamConfig.TEXTBOOK.decay());
        ours = new Adam(mine.manager(), mine.parameters(), config, Map.of());
    }

    /** The number of elements that are updated. */
    long size() {
        return mine.parameters().values().stream()
                .filter(Parameter::requiresGradient)
                .mapToLong(parameter -> parameter.getArray().size())
                .sum();
    }

    /**
     * Computes the gradients of both networks, adding to earlier ones that were not set to zero.
     */
    void learn() {
        Learned.learn(List.of(mine, theirs));
    }

    /**
     * Updates by our Adam, which also checks weights and moments and sets the gradients to zero.
     */
    void ours() {
        GradientMode.off(
                () ->
                        ours.step(RATE, 1)
                                .map(
                                        problem -> {
                                            throw new IllegalStateException(problem.toString());
                                        }));
    }

    /** Updates as DJL's trainer does, which leaves zeroing gradients to the next pass. */
    void djl() {
        GradientMode.off(
                () -> {
                    theirs.parameters().forEach(this::update);
                    return djl;
                });
    }

    private void update(String path, Parameter parameter) {
        if (parameter.requiresGradient()) {
            NDArray weight = parameter.getArray();
            try (NDArray gradient = weight.getGradient()) {
                djl.update(path, weight, gradient);
            }
        }
    }

    /** Updates as DJL's trainer does, and sets the gradients to zero as the next pass would. */
    void djlWithZeroing() {
        djl();
        GradientMode.off(
                () -> {
                    for (Parameter parameter : theirs.parameters().values()) {
                        if (parameter.requiresGradient()) {
                            JniUtils.zeroGrad((PtNDArray) parameter.getArray());
                        }
                    }
                    return djl;
                });
    }

    /** The maximum absolute difference of weights between the two networks. */
    float difference() {
        return GradientMode.off(
                () -> {
                    try (NDScope scratch = new NDScope()) {
                        scratch.suppressNotUsedWarning();
                        float largest = 0;
                        Map<String, Parameter> others = theirs.parameters();
                        for (Map.Entry<String, Parameter> own : mine.parameters().entrySet()) {
                            NDArray other = others.get(own.getKey()).getArray();
                            NDArray difference = own.getValue().getArray().sub(other);
                            largest = Math.max(largest, difference.abs().max().getFloat());
                        }
                        return largest;
                    }
                });
    }

    @Override
    public void close() {
        mine.close();
        theirs.close();
    }
}
