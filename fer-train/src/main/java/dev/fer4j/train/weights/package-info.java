/**
 * Import and export of weights: Keras's HDF5 files and safetensors.
 *
 * <p>Loads a user-supplied file into a network and reports the outcome for every name, or writes a
 * network's weights to a file. Nothing is downloaded. Lengths stated in a file are never trusted
 * before they are compared with the file's size. Part of fer-train.
 */
package dev.fer4j.train.weights;
