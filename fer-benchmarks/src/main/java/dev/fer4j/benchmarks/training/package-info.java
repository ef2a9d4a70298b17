/**
 * Training steps of Xception against PyTorch in Python, against a plain DJL loop, and against the
 * arithmetic rate of a matrix product.
 *
 * <p>One batch of noise enters; a Markdown table leaves. Nobody depends on this package.
 */
package dev.fer4j.benchmarks.training;
