/**
 * Updates of Adam against DJL's own.
 *
 * <p>Options enter; a Markdown table leaves. Nobody depends on this package.
 */
package dev.fer4j.benchmarks.optimizer;
