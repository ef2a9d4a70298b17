/**
 * The training loss.
 *
 * <p>Maps logits and targets to a scalar. Part of fer-train.
 */
package dev.fer4j.train.loss;
