/**
 * The networks of StyleGAN2 (Karras et al., "Analyzing and Improving the Image Quality of
 * StyleGAN", CVPR 2020), from latents to images and from images to logits.
 *
 * <p>A configuration and a seed enter, networks in native memory leave. Part of fer-synthesis.
 */
package dev.fer4j.synthesis.network;
