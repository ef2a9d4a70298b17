/**
 * The state of a training between two steps, as tensors and JSON that can be stored.
 *
 * <p>A training offers its state to a {@code StateSink}, and starts from a saved one. The training
 * loop and its checkpoints depend on this package.
 */
package dev.fer4j.train.state;
