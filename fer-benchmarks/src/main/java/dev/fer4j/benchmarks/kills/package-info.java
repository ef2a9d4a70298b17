/**
 * Trainings that are killed and resumed.
 *
 * <p>Options enter; a Markdown table leaves. No package depends on this one.
 */
package dev.fer4j.benchmarks.kills;
