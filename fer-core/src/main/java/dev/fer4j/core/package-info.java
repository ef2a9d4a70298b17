/**
 * The values that all modules share: samples, labels, conditions, splits, predictions, seeds.
 *
 * <p>Nothing enters and nothing leaves: these are immutable records, checked when they are made.
 * Only {@link dev.fer4j.core.Erasure} touches files, and those only to delete them when asked.
 * Every module may depend on this package; it depends on the JDK, Guava and Jackson's annotations
 * only, never on DJL, OpenCV or FFmpeg.
 */
package dev.fer4j.core;
