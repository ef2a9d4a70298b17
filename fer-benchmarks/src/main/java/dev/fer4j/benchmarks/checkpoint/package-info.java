/**
 * How long a checkpoint takes.
 *
 * <p>Made-up tensors of the full model's size enter; the times of saving and verifying them leave,
 * beside that of writing as many bytes. Part of fer-benchmarks.
 */
package dev.fer4j.benchmarks.checkpoint;
