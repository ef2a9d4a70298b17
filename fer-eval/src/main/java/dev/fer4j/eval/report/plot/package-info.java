/**
 * Plots as values, drawn by this library so that text in an SVG remains text, a page's colour
 * scheme applies, and the output is the same on every machine.
 *
 * <p>Points in the units of two axes enter; SVG and PNG leave. Does not depend on studies; every
 * package may depend on it.
 */
package dev.fer4j.eval.report.plot;
