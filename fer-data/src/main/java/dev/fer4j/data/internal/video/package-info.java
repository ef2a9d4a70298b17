/**
 * FFmpeg behind small classes: a decoder, a pixel converter, the display matrix, and a check of
 * containers for truncation, which FFmpeg does not report.
 *
 * <p>The input is a video file, the output decoded frames, one at a time, converted to {@link
 * dev.fer4j.core.RgbImage} only on request. Durations are determined without decoding. Only {@code
 * dev.fer4j.data.video} and, for durations, {@code dev.fer4j.data.source} may depend on this
 * package; it depends on neither.
 */
package dev.fer4j.data.internal.video;
