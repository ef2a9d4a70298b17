/**
 * Validates the tests and intervals of fer4j on simulated studies with known true values.
 *
 * <p>From a model of studies and a seed, computes rates of rejection and coverage.
 */
package dev.fer4j.benchmarks.validity;
