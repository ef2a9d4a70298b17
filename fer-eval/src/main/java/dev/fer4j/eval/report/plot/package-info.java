/**
 * Plots as values, drawn by ourselves so that the texts of an SVG stay texts, a page's colour
 * scheme reaches them, and the bytes are the same on every machine.
 *
 * <p>Points in the units of two axes enter; SVG and PNG leave. It knows nothing of studies; {@code
 * dev.fer4j.eval.report} makes figures of it, and others may.
 */
package dev.fer4j.eval.report.plot;
