/**
 * StyleGAN2 weights as safetensors: loading and saving.
 *
 * <p>Takes a user's file and a network; returns the network with the file's weights and a report on
 * every name, or writes a network to a file. Nothing is downloaded. Part of fer-synthesis.
 */
package dev.fer4j.synthesis.weights;
