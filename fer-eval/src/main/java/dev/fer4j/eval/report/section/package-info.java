/** The sections of a study's report. Results in, {@code Section} out. */
package dev.fer4j.eval.report.section;
