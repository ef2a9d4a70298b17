/**
 * The losses of StyleGAN2: the adversarial loss, R1 and path-length regularization, and the effect
 * of lazy regularization on Adam's settings.
 *
 * <p>Takes networks, images and styles; returns scalars to differentiate. Part of fer-synthesis.
 */
package dev.fer4j.synthesis.loss;
