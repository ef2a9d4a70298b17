/**
 * Checkpoints of a training: written atomically on a separate thread, and verified to the last bit
 * before they are used.
 *
 * <p>Takes snapshots (a JSON object and tensors) and the identity of a run; returns the newest
 * valid checkpoint of that run, with the reasons why newer ones were skipped. Independent of
 * networks and of the training loop, which depends on this package. Part of fer-train.
 */
package dev.fer4j.train.checkpoint;
