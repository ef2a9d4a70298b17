/**
 * The networks of StyleGAN2 (Karras et al., "Analyzing and Improving the Image Quality of
 * StyleGAN", CVPR 2020), from latents to images and from images to logits.
 *
 * <p>Takes a configuration and a seed; returns networks in native memory. Part of fer-synthesis.
 */
package dev.fer4j.synthesis.network;
