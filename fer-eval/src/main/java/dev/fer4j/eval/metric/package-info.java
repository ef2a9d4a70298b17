/**
 * Metrics of binary classifiers: ROC and precision-recall curves, accuracy, and the units (image,
 * recording, participant) that they are computed over.
 *
 * <p>Plain arrays of true classes and scores, or {@code Predictions}, enter; curves and {@link
 * dev.fer4j.eval.metric.Outcome outcomes} leave. The positive class is always {@code
 * Label.POSITIVE}. Every module above fer-core may depend on this package; it depends on fer-core
 * only.
 */
package dev.fer4j.eval.metric;
