/** Compares full Xception with an implementation in PyTorch with the same weights. */
package dev.fer4j.benchmarks.xception;
