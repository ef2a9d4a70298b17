/**
 * Checkpoints of a training: written whole and off the training thread, verified to the last bit
 * before they are used.
 *
 * <p>Snapshots (a JSON object and tensors) and the identity of a run enter; the newest valid
 * checkpoint of that run leaves, with the reasons why newer ones were skipped. Knows nothing of
 * networks or of the training loop, which depends on this package. Part of fer-train.
 */
package dev.fer4j.train.checkpoint;
