/**
 * The sections of a study's report.
 *
 * <p>Results and analyses of a study enter; {@code Section} values leave. {@code
 * dev.fer4j.eval.report} and fer-study depend on this package.
 */
package dev.fer4j.eval.report.section;
