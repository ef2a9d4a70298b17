package dev.fer4j.train.xception;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.convolutional.Conv2d;
import java.util.List;
import java.util.Optional;

/** A part of a {@link FoldedNetwork}: computes a new array from its input, which stays open. */
@FunctionalInterface
interface InferenceStep {

    NDArray apply(NDArray input);

    /** Consecutive steps; intermediate arrays are freed. */
    record Chain(List<InferenceStep> steps) implements InferenceStep {

        public Chain {
            steps = List.copyOf(steps);
        }

        @Override
        public NDArray apply(NDArray input) {
            NDArray current = input;
            for (InferenceStep step : steps) {
                NDArray next = step.apply(current);
                if (current != input) {
                    current.close();
                }
                current = next;
            }
            return current;
        }
    }

    /** The sum of a body's output and of the input, or of the shortcut's output. */
    record Sum(InferenceStep body, Optional<InferenceStep> shortcut) implements InferenceStep {
        @Override
        public NDArray apply(NDArray input) {
            NDArray sum = body.apply(input);
            if (shortcut.isEmpty()) {
                return sum.addi(input);
            }
            try (NDArray other = shortcut.get().apply(input)) {
                return sum.addi(other);
            }
        }
    }

    /**
     * A convolution.
     *
     * @param like the convolution whose stride, padding, dilation and groups apply, but not its
     *     weights
     */
    record Convolution(NDArray kernel, Optional<NDArray> bias, Conv2d like)
            implements InferenceStep {
        @Override
        public NDArray apply(NDArray input) {
            return Conv2d.conv2d(
                            input,
                            kernel,
                            bias.orElse(null),
                            like.getStride(),
                            like.getPadding(),
                            like.getDilation(),
                            like.getGroups())
                    .singletonOrThrow();
        }
    }
}
