/**
 * A network's parameters as one flat array, by path, for the optimizer and the training's state.
 *
 * <p>Converts parameters to arrays and tensors. Not part of the API: only fer-train may depend on
 * this package.
 */
package dev.fer4j.train.internal;
