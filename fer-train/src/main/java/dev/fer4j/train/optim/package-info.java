/**
 * The optimizer, learning rates, and averaged weights.
 *
 * <p>A block whose gradients are set enters; its parameters are changed in place. Part of
 * fer-train.
 */
package dev.fer4j.train.optim;
