/**
 * Compares metrics and tests with scikit-learn and SciPy.
 *
 * <p>Times them on random classes and scores. Part of fer-benchmarks.
 */
package dev.fer4j.benchmarks.evaluation;
