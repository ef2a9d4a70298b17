/**
 * Trainings that are killed and go on.
 *
 * <p>Options enter; a Markdown table leaves. Nobody depends on this package.
 */
package dev.fer4j.benchmarks.kills;
