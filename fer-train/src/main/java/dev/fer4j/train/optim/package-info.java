/**
 * The optimizer, learning rate schedules, and weight averaging.
 *
 * <p>Updates the parameters of a block in place from their gradients. Part of fer-train.
 */
package dev.fer4j.train.optim;
