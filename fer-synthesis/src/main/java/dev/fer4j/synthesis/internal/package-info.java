/**
 * Operations of PyTorch that DJL does not expose.
 *
 * <p>Arrays enter, arrays leave. Only fer-synthesis may depend on this package.
 */
package dev.fer4j.synthesis.internal;
