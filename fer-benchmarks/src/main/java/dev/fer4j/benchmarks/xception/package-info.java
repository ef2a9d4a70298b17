/**
 * Full Xception against an implementation in PyTorch with the same weights.
 *
 * <p>A command enters; a Markdown table leaves. Nobody depends on it.
 */
package dev.fer4j.benchmarks.xception;
