/**
 * FFmpeg behind three small classes: a decoder, a pixel converter and the display matrix.
 *
 * <p>A video file enters; decoded frames leave one at a time, as {@link dev.fer4j.core.RgbImage}
 * only where asked. Only {@code dev.fer4j.data.video} may depend on this package.
 */
package dev.fer4j.data.video.internal;
