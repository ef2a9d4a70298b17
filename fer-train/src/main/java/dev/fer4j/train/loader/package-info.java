/**
 * From image files to batches: decoding, keeping decoded images, augmentation and assembly, ahead
 * of the training thread.
 *
 * <p>Samples enter, batches of 8-bit pixels leave. Part of fer-train.
 */
package dev.fer4j.train.loader;
