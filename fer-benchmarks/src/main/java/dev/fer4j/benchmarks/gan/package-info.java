/** Compares the duration of StyleGAN2's training steps with the same networks in plain PyTorch. */
package dev.fer4j.benchmarks.gan;
