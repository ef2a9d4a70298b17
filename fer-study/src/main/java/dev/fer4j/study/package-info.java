/**
 * Complete studies as an API: sources, frames, compositions, trainings, evaluation and report; and
 * single trainings as studies of one cell.
 *
 * <p>Takes sources and settings, and writes an output folder. Combines fer-data, fer-train,
 * fer-synthesis and fer-eval. None of its subpackages depends on this package; fer-cli and
 * applications do.
 */
package dev.fer4j.study;
