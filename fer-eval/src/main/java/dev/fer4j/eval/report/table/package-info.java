/**
 * Table 2, and the results printed in the paper.
 *
 * <p>A {@code StudyResult} enters; tables for the report, the console and CSV leave. Report
 * sections and fer-study depend on this package.
 */
package dev.fer4j.eval.report.table;
