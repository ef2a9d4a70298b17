/**
 * What turns gradients into updates: the optimizer and its learning rate.
 *
 * <p>A block whose gradients are set enters; its parameters are changed in place. Part of
 * fer-train.
 */
package dev.fer4j.train.optim;
