/**
 * Augmentation of training images: all parameters are drawn first, composed into one affine map,
 * one colour map and one noise seed, and then each pixel is touched once.
 *
 * <p>An 8-bit RGB image and a random generator enter, an 8-bit RGB image leaves. fer-train and
 * applications may depend on this package; it depends on fer-core and OpenCV.
 */
package dev.fer4j.augment;
