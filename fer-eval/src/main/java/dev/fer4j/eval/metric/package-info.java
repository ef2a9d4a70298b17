/**
 * Metrics of binary classifiers: ROC and precision-recall curves with their areas, thresholds that
 * are chosen on validation data, what follows from one of them, and the units (image, recording,
 * participant) that all of it is computed over.
 *
 * <p>Plain arrays of true classes and scores, or {@code Predictions}, enter; curves, counts and
 * {@link dev.fer4j.eval.metric.Outcome outcomes} leave. The positive class is always {@code
 * Label.POSITIVE}. Every module above fer-core may depend on this package; it depends on fer-core
 * only.
 */
package dev.fer4j.eval.metric;
