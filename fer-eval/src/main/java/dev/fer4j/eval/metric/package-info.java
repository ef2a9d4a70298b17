/**
 * Metrics of binary classifiers: ROC and precision-recall curves with their areas, thresholds
 * chosen on validation data, the confusion matrix at a threshold, and the evaluation units (image,
 * recording, participant).
 *
 * <p>Plain arrays of true classes and scores, or {@code Predictions}, enter; curves, counts and
 * {@link dev.fer4j.eval.metric.Outcome outcomes} leave. The positive class is always {@code
 * Label.POSITIVE}. Every module above fer-core may depend on this package; it depends on fer-core
 * only.
 */
package dev.fer4j.eval.metric;
