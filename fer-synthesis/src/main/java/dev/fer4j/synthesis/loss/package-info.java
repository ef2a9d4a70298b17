/**
 * What the networks of StyleGAN2 are trained by: the adversarial loss, R1 and path-length
 * regularization, and what lazy regularization makes of Adam's settings.
 *
 * <p>Networks, images and styles enter, numbers to differentiate leave. Part of fer-synthesis.
 */
package dev.fer4j.synthesis.loss;
