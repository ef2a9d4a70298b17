/**
 * Weights of StyleGAN2 in and out, as safetensors.
 *
 * <p>A file that a user supplies and a network enter; the network with the file's weights and a
 * report of every name leave, or the other way round a file. Nothing is downloaded. Part of
 * fer-synthesis.
 */
package dev.fer4j.synthesis.weights;
