/**
 * Scores of any classifier, read from a CSV file: their metrics, and comparisons of several
 * classifiers.
 *
 * <p>Files with labels and scores enter; a {@link dev.fer4j.eval.scored.Scorecard} or a {@link
 * dev.fer4j.eval.scored.ScoreComparison} leaves. Depends on fer-core and on the metric, unit,
 * fairness and inference packages of this module; fer-cli depends on it.
 */
package dev.fer4j.eval.scored;
