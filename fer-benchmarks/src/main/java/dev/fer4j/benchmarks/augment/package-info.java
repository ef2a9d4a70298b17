/**
 * Compares augmentation with OpenCV-Python and torchvision.
 *
 * <p>Times it on a generated image.
 */
package dev.fer4j.benchmarks.augment;
