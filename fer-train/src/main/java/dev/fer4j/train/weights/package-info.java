/**
 * Weights in and out: Keras's HDF5 files and safetensors.
 *
 * <p>A file that a user supplies and a network enter; the network with the file's weights and a
 * report of every name leave, or the other way round a file. Nothing is downloaded. What a file
 * says is never believed before it is compared with the file's size. Part of fer-train.
 */
package dev.fer4j.train.weights;
