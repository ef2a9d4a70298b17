/**
 * How long an interrupted training takes to resume.
 *
 * <p>Drawn images enter; a Markdown table leaves. No package depends on this one.
 */
package dev.fer4j.benchmarks.resume;
