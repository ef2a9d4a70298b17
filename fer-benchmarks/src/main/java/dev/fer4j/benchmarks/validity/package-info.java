/**
 * Whether the tests and intervals of fer4j do what they promise, measured on simulated studies
 * whose truth is known.
 *
 * <p>A model of studies and a seed enter; rates of rejection and coverage leave. Nobody depends on
 * it.
 */
package dev.fer4j.benchmarks.validity;
