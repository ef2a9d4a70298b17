/**
 * The computation of pixels: affine maps, resampling, colour tables, noise.
 *
 * <p>Bytes enter, bytes leave. Only {@code dev.fer4j.augment} may depend on this package.
 */
package dev.fer4j.augment.internal;
