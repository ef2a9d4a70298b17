/**
 * The results of a study and their provenance: model cards, versions, digests.
 *
 * <p>Produces model cards and provenance from an output folder, model files and results. May depend
 * on the settings package only.
 */
package dev.fer4j.study.output;
