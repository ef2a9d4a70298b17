/**
 * Weights in Keras's files, by the names of their layers: HDF5 of Keras 1 to 3, {@code .keras}
 * archives and {@code .weights.h5} of Keras 3.
 *
 * <p>Independent of networks. Part of fer-train.
 */
package dev.fer4j.train.keras;
