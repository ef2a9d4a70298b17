/** How long StyleGAN2's steps take, beside the same networks in plain PyTorch. */
package dev.fer4j.benchmarks.gan;
