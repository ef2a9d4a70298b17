/**
 * The trainings of a study, in this process or in others, and the files kept of each: checkpoints,
 * model files, and all files of a single training.
 *
 * <p>From manifests and a plan, produces results, model files with their cards, and checkpoints.
 * May depend on the settings, gather and output packages.
 */
package dev.fer4j.study.train;
