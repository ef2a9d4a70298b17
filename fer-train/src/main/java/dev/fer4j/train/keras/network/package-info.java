/**
 * Networks of the layers of Keras, built from the configuration in a model's own file.
 *
 * <p>Reads a {@link dev.fer4j.train.keras.network.KerasNetwork}, a value, from a file of Keras;
 * builds a network of named stages from it that computes what Keras computes with TensorFlow. Part
 * of fer-train.
 */
package dev.fer4j.train.keras.network;
