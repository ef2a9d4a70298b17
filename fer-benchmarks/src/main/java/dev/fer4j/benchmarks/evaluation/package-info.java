/**
 * Metrics and tests against scikit-learn and SciPy.
 *
 * <p>Drawn classes and scores enter; times and ratios leave. Part of fer-benchmarks.
 */
package dev.fer4j.benchmarks.evaluation;
