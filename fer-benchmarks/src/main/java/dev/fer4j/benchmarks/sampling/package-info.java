/**
 * Frame sampling against OpenCV-Python and the ffmpeg command.
 *
 * <p>Generated clips enter; times, ratios and the agreement of pixels leave.
 */
package dev.fer4j.benchmarks.sampling;
