/**
 * Parameters of a network end to end, by path, which the optimizer and the training's state are
 * made of.
 *
 * <p>Parameters enter, arrays and tensors leave. Not API: only fer-train may depend on it.
 */
package dev.fer4j.train.internal;
