package dev.fer4j.synthesis.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * The activation max(x, 0.2·x). To keep the variance, its outputs are to be multiplied by √2;
 * layers multiply its inputs instead, since the activation is positively homogeneous.
 */
final class LeakyRelu {

    /** Slope below zero. */
    static final float SLOPE = 0.2f;

    /** √2. */
    static final double GAIN = Math.sqrt(2);

    private LeakyRelu() {}

    static NDArray of(NDArray input) {
        return Activation.leakyRelu(input, SLOPE);
    }
}
