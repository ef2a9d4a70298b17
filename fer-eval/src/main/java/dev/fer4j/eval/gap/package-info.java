/**
 * Generalization gaps, that is, how much worse a model is on unseen data, with intervals over
 * people and over training seeds.
 *
 * <p>A study's result enters; {@link dev.fer4j.eval.gap.GeneralizationGap}, which can be written as
 * JSON, leaves. A gap that the study cannot provide, for example for lack of rotations or held-out
 * people, is undefined, with the reason. The report and fer-study may depend on this package; it
 * depends on {@code dev.fer4j.eval.study}, {@code dev.fer4j.eval.metric} and {@code
 * dev.fer4j.eval.inference}.
 */
package dev.fer4j.eval.gap;
