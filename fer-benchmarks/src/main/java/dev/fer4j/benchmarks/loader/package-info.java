/**
 * The input pipeline of training: compares the assembly of batches with DJL's, training steps fed
 * by the pipeline with steps on a single batch, and numbers of workers with each other.
 *
 * <p>Uses generated images.
 */
package dev.fer4j.benchmarks.loader;
