/** Times the writing of a report. */
package dev.fer4j.benchmarks.report;
