/**
 * Operations of PyTorch that DJL does not hand out.
 *
 * <p>Arrays enter, arrays leave. For the packages of fer-synthesis only.
 */
package dev.fer4j.synthesis.internal;
