/**
 * Training of StyleGAN2: the order of steps, augmentation for small data sets, averaged weights,
 * resumable state.
 *
 * <p>Takes pictures; returns networks and their history. Part of fer-synthesis; fer-cli depends on
 * it.
 */
package dev.fer4j.synthesis.training;
