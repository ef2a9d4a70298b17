/**
 * Checks for leaks and shortcuts. A model trained on shuffled labels should rank test images at
 * chance; and if the share of a source differs by class, features that reveal the source can become
 * a shortcut to the label.
 *
 * <p>Manifests, plans and feature vectors enter; relabelled manifests, plans that any {@link
 * dev.fer4j.eval.study.CellRunner} can run, and verdicts with intervals over people leave. The
 * report and fer-study may depend on this package; it depends on {@code dev.fer4j.eval.study},
 * {@code dev.fer4j.eval.metric} and {@code dev.fer4j.eval.inference}.
 */
package dev.fer4j.eval.probe;
