package dev.fer4j.train.keras.network;

/** Activation functions. */
public enum Nonlinearity {
    /** x. */
    LINEAR,
    /** max(x, 0), at most a limit if there is one. */
    RELU,
    /** x if it is positive, else the slope times x. */
    LEAKY_RELU,
    /** x if it is positive, else the slope times (eˣ − 1). */
    ELU,
    /** 1 / (1 + e⁻ˣ). */
    SIGMOID,
    /** The hyperbolic tangent. */
    TANH,
    /** eˣ divided by its sum over channels. */
    SOFTMAX
}
