/**
 * How much worse a model is on what it has not seen: gaps of generalization, with intervals over
 * people and over training seeds.
 *
 * <p>A study's result enters; {@link dev.fer4j.eval.gap.GeneralizationGap}, which can be written as
 * JSON, leaves. What cannot be computed from a study, such as a gap that needs rotations or
 * held-out people, is undefined and says so. The report and fer-study may depend on this package;
 * it depends on {@code dev.fer4j.eval.study}, {@code dev.fer4j.eval.metric} and {@code
 * dev.fer4j.eval.inference}.
 */
package dev.fer4j.eval.gap;
