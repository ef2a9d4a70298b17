/**
 * Alternating runs of fer4j and its peers on the same machine, and their ratios.
 *
 * <p>Commands enter; a Markdown table leaves. Nobody depends on this module.
 */
package dev.fer4j.benchmarks;
