/**
 * The computation of pixels: affine maps, resampling, colour tables, noise.
 *
 * <p>Bytes in, bytes out. Only {@code dev.fer4j.augment} may depend on this package.
 */
package dev.fer4j.augment.internal;
