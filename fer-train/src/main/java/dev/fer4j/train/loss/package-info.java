/**
 * The loss that is minimized.
 *
 * <p>Logits and targets enter, a scalar leaves. Part of fer-train.
 */
package dev.fer4j.train.loss;
