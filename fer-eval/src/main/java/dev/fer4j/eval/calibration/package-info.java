/**
 * Whether probabilities can be taken at their word: Brier score and its parts, log loss,
 * reliability curve with expected and maximum calibration error, temperature scaling.
 *
 * <p>Plain arrays of true classes and probabilities, or {@code Predictions}, enter; values and
 * {@link dev.fer4j.eval.metric.Outcome outcomes} leave. It depends on fer-core and {@code
 * dev.fer4j.eval.metric} only.
 */
package dev.fer4j.eval.calibration;
