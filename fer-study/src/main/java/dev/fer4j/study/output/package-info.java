/**
 * The results of a study and their provenance: model cards, versions, digests.
 *
 * <p>An output folder, model files and results enter; model cards and provenance leave. May depend
 * on the settings package only.
 */
package dev.fer4j.study.output;
