/**
 * Compares training steps of Xception with PyTorch in Python, with a plain DJL loop, and with the
 * arithmetic rate of a matrix product.
 */
package dev.fer4j.benchmarks.training;
