/**
 * The parts of a report: sections of blocks, tables and figures.
 *
 * <p>Values only. Any module that contributes to a report creates {@code Section} values and may
 * depend on this package.
 */
package dev.fer4j.eval.report.model;
