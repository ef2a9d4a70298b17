/** Compares networks of Keras's files with an implementation in PyTorch of the same files. */
package dev.fer4j.benchmarks.keras;
