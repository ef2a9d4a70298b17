/**
 * How pixels are computed: affine maps, resampling, colour tables, noise. Bytes in, bytes out;
 * closed to everybody but {@code dev.fer4j.augment}.
 */
package dev.fer4j.augment.internal;
