/**
 * Statistical inference on differences between conditions: intervals and tests that treat people,
 * not their images, as the independent cases; analyses of variance and rank tests over training
 * seeds and rotations; and the paper's analysis of variance with its warning.
 *
 * <p>Plain arrays, predictions or a study's result enter, and a seed for anything random;
 * estimates, intervals and tests leave, each of which may be {@linkplain
 * dev.fer4j.eval.inference.Finding undefined for a stated reason}. {@link
 * dev.fer4j.eval.comparison.StudyInference}, written as {@code anova.json}, is the default analysis
 * of a study.
 *
 * <p>The report, fer-study and fer-benchmarks may depend on this package; it depends on {@code
 * dev.fer4j.eval.metric} and {@code dev.fer4j.eval.study}.
 */
package dev.fer4j.eval.inference;
