/**
 * Benchmarks of fer4j and its peers in alternating runs on the same machine, reported as ratios.
 *
 * <p>Each command takes options and prints a Markdown table. No other module depends on this one.
 */
package dev.fer4j.benchmarks;
