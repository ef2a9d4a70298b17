/**
 * The duration of StyleGAN2's training steps, compared with the same networks in plain PyTorch.
 *
 * <p>Options enter; a Markdown table leaves. No package depends on this one.
 */
package dev.fer4j.benchmarks.gan;
