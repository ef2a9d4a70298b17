/**
 * The plan of a training: network, phases, learning rate, early stopping, sampling.
 *
 * <p>Immutable values, validated as a whole, written to JSON and read back. The training loop,
 * model files and fer-study depend on this package.
 */
package dev.fer4j.train.plan;
