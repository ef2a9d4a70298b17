/**
 * Analyses of variance and their rank-based relatives, with the tests that follow them. Arrays in,
 * statistics out.
 */
package dev.fer4j.eval.inference.anova;
