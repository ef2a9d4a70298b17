/**
 * The counting and the distributions behind the tests: ranks, pairwise wins, tail probabilities.
 *
 * <p>Plain arrays and numbers enter, and leave; only fer-eval may depend on this package.
 */
package dev.fer4j.eval.inference.internal;
