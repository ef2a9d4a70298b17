/**
 * The losses of StyleGAN2: the adversarial loss, R1 and path-length regularization, and the effect
 * of lazy regularization on Adam's settings.
 *
 * <p>Networks, images and styles enter; scalars to differentiate leave. Part of fer-synthesis.
 */
package dev.fer4j.synthesis.loss;
