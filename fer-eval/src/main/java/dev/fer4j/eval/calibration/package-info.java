/**
 * Calibration, that is, whether predicted probabilities match observed frequencies: Brier score and
 * its decomposition, log loss, reliability curve with expected and maximum calibration error,
 * temperature scaling.
 *
 * <p>Plain arrays of true classes and probabilities, or {@code Predictions}, enter; values and
 * {@link dev.fer4j.eval.metric.Outcome outcomes} leave. Depends on fer-core and {@code
 * dev.fer4j.eval.metric} only; every module above fer-core may depend on it.
 */
package dev.fer4j.eval.calibration;
