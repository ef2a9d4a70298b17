/**
 * The whole study: sources, frames, compositions, trainings, evaluation and report in one job.
 *
 * <p>Folders or the toy corpus enter, an output folder leaves. Joins fer-data, fer-train and
 * fer-eval, which do not know each other's ends.
 */
package dev.fer4j.examples.study;
