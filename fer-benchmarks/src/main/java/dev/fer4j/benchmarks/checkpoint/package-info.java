/**
 * How long a checkpoint takes.
 *
 * <p>The state of a training enters; the times of handing it over, saving and verifying it leave,
 * beside that of writing as many bytes. Part of fer-benchmarks.
 */
package dev.fer4j.benchmarks.checkpoint;
