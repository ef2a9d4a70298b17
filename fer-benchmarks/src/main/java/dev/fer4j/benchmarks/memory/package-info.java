/**
 * Resident memory over long work.
 *
 * <p>Options enter; a Markdown table leaves. Nobody depends on this package.
 */
package dev.fer4j.benchmarks.memory;
