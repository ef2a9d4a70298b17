package dev.fer4j.synthesis.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * The activation max(x, 0.2·x). Its outputs are multiplied by √2 to keep their variance, which
 * layers do to its inputs: the activation is positively homogeneous.
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
