/**
 * The values that all modules share: samples, labels, predictions, images, seeds, problems and
 * exceptions.
 *
 * <p>These are immutable and are checked when they are created. Every module may depend on this
 * package; it depends on the JDK, Guava and Jackson's annotations only, never on DJL, OpenCV or
 * FFmpeg.
 */
package dev.fer4j.core;
