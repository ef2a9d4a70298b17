/**
 * Counts and distributions that the tests are based on: ranks, pairwise wins, the studentized
 * range.
 *
 * <p>Plain arrays and numbers enter and leave. Only fer-eval may depend on this package.
 */
package dev.fer4j.eval.inference.internal;
