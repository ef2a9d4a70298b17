/**
 * Augmentation against OpenCV-Python and torchvision.
 *
 * <p>A generated picture enters; times and ratios leave.
 */
package dev.fer4j.benchmarks.augment;
