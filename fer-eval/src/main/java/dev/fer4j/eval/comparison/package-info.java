/**
 * The comparisons of a study: which condition is better, by how much and how certainly, over
 * participants, training seeds and rotations; and the paper's own analysis of variance.
 *
 * <p>A {@code StudyResult} enters; {@link dev.fer4j.eval.comparison.StudyInference} leaves, also as
 * JSON. The report and fer-study may depend on this package; it depends on {@code
 * dev.fer4j.eval.inference} and {@code dev.fer4j.eval.study}.
 */
package dev.fer4j.eval.comparison;
