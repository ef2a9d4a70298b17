/**
 * From image files to batches: decoding, storage of decoded images, augmentation and assembly,
 * ahead of the training thread.
 *
 * <p>Takes samples; produces batches of 8-bit pixels. Part of fer-train.
 */
package dev.fer4j.train.loader;
