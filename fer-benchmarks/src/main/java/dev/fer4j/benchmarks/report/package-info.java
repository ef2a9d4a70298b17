/** How long a report takes. */
package dev.fer4j.benchmarks.report;
