/**
 * The figures of a report: curves, differences and confusion matrices.
 *
 * <p>Results of a study, or curves with their names, enter; {@code Figure} values leave. Report
 * sections and applications may depend on this package.
 */
package dev.fer4j.eval.report.figure;
