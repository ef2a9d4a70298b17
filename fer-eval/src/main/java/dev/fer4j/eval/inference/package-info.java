/**
 * Whether conditions differ: the paper's analysis of variance with its warning, and next to it what
 * can be said with reason.
 *
 * <p>A study's result and a seed enter; a {@link dev.fer4j.eval.inference.StudyInference}, written as
 * {@code anova.json}, leaves. The report and fer-examples may depend on this package; it depends on
 * {@code dev.fer4j.eval.metric} and {@code dev.fer4j.eval.study}.
 */
package dev.fer4j.eval.inference;
