/** The figures of a report. Study results or curves with names in, {@code Figure} out. */
package dev.fer4j.eval.report.figure;
