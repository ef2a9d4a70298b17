/**
 * How soon a training that was interrupted goes on.
 *
 * <p>Drawn images enter; a Markdown table leaves. Nobody depends on this package.
 */
package dev.fer4j.benchmarks.resume;
