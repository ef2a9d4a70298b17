/**
 * Times checkpoints.
 *
 * <p>Measures handing over, saving and verifying the state of a training, and, for comparison,
 * writing the same number of bytes. Part of fer-benchmarks.
 */
package dev.fer4j.benchmarks.checkpoint;
