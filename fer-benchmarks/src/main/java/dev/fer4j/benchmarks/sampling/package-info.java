/**
 * Compares frame sampling with OpenCV-Python and the ffmpeg command.
 *
 * <p>Measures times and the agreement of pixels on generated clips.
 */
package dev.fer4j.benchmarks.sampling;
