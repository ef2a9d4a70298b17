/**
 * The duration of writing a report.
 *
 * <p>Options enter; a Markdown table leaves. No package depends on this one.
 */
package dev.fer4j.benchmarks.report;
