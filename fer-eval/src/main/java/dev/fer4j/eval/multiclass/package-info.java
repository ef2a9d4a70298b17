/**
 * Metrics for two or more classes: areas of one class against the rest, confusion matrices,
 * agreement, calibration. Scores or probabilities by class enter, {@link
 * dev.fer4j.eval.metric.Outcome}s leave. A class without samples makes what depends on it
 * undefined, with a reason that names it; it is never left out of a mean.
 */
package dev.fer4j.eval.multiclass;
