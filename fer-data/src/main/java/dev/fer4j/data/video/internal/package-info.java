/**
 * FFmpeg behind three small classes: a decoder, a pixel converter and the display matrix.
 *
 * <p>A video file enters; decoded frames leave one at a time, as {@link dev.fer4j.core.RgbImage}
 * only where asked; durations leave without decoding. Only {@code dev.fer4j.data.video} and, for
 * durations, {@code dev.fer4j.data.source} may depend on this package, which must depend on
 * neither.
 */
package dev.fer4j.data.video.internal;
