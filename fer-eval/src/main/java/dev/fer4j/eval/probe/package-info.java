/**
 * Probes of a study: what a model should not be able to do. Trained on shuffled labels it should
 * rank test images by chance; and where the share of sources differs by class, what tells sources
 * apart can become the label.
 *
 * <p>Manifests, plans and feature vectors enter; manifests with other labels and plans that any
 * {@link dev.fer4j.eval.study.CellRunner} can run leave, and verdicts with intervals over people.
 * The report and fer-study may depend on this package; it depends on {@code dev.fer4j.eval.study},
 * {@code dev.fer4j.eval.metric} and {@code dev.fer4j.eval.inference}.
 */
package dev.fer4j.eval.probe;
