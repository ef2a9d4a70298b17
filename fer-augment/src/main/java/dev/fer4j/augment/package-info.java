/**
 * Augmentation of training images: all parameters are drawn first and composed into one affine map,
 * one colour map and one noise seed; then each pixel is computed once.
 *
 * <p>The input is an 8-bit RGB image and a random generator, the output an 8-bit RGB image.
 * fer-train and applications may depend on this package; it depends on fer-core and OpenCV.
 */
package dev.fer4j.augment;
