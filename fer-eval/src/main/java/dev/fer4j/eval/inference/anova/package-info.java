/**
 * Analyses of variance and their rank-based counterparts, with post-hoc tests.
 *
 * <p>Arrays enter, statistics leave, each of which may be {@linkplain
 * dev.fer4j.eval.inference.Finding undefined for a stated reason}. Depends on {@code
 * dev.fer4j.eval.inference}; every package above may depend on it.
 */
package dev.fer4j.eval.inference.anova;
