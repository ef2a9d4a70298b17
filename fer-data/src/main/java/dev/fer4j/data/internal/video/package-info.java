/**
 * FFmpeg behind small classes: a decoder, a pixel converter, the display matrix; and a look at a
 * container's own structure for an end that is missing, which FFmpeg does not report.
 *
 * <p>A video file enters; decoded frames leave one at a time, as {@link dev.fer4j.core.RgbImage}
 * only where asked; durations leave without decoding. Only {@code dev.fer4j.data.video} and, for
 * durations, {@code dev.fer4j.data.source} may depend on this package, which must depend on
 * neither.
 */
package dev.fer4j.data.internal.video;
