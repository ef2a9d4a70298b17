/**
 * Training of StyleGAN2's networks: the order of steps, augmentation for small data, averaged
 * weights, a state that can be resumed.
 *
 * <p>Pictures enter, networks and their history leave. Part of fer-synthesis; fer-cli depends on
 * it.
 */
package dev.fer4j.synthesis.training;
