/**
 * How much worse a model is on data that it has not seen: generalization gaps, with intervals over
 * people and over training seeds.
 *
 * <p>A study's result enters; {@link dev.fer4j.eval.gap.GeneralizationGap}, which can be written as
 * JSON, leaves. A gap that the study cannot show, such as one that needs rotations or held-out
 * people, is undefined and gives the reason. The report and fer-study may depend on this package;
 * it depends on {@code dev.fer4j.eval.study}, {@code dev.fer4j.eval.metric} and {@code
 * dev.fer4j.eval.inference}.
 */
package dev.fer4j.eval.gap;
