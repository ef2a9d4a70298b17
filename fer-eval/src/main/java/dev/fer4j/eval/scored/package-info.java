/**
 * Scores of any classifier, from a CSV file: how good they are, and how several compare.
 *
 * <p>Files with labels and scores enter; a {@link dev.fer4j.eval.scored.Scorecard} or a {@link
 * dev.fer4j.eval.scored.ScoreComparison} leaves. It depends on fer-core and on the metric,
 * fairness, inference and report packages of this module.
 */
package dev.fer4j.eval.scored;
