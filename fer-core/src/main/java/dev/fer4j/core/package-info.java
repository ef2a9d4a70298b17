/**
 * The values that all modules share: samples, labels, conditions, splits, predictions, seeds.
 *
 * <p>Nothing enters and nothing leaves: these are immutable records, checked when they are made.
 * Every module may depend on this package; it depends on the JDK, Guava and Jackson's annotations
 * only, never on DJL, OpenCV or FFmpeg.
 */
package dev.fer4j.core;
