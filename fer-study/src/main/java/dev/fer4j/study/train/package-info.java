/**
 * Trainings of a study, in this process or in others, and what is kept of each: states, model
 * files, and all files of a single one.
 *
 * <p>Manifests and a plan enter; results, model files with their cards and checkpoints leave. May
 * depend on settings, gather and output.
 */
package dev.fer4j.study.train;
