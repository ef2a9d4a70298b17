/**
 * The inputs of a study: sources, settings and listener.
 *
 * <p>Provides every setting by name for the plan, report and provenance. May depend on fer-core,
 * fer-data, fer-train and fer-eval; every other package of fer-study may depend on it.
 */
package dev.fer4j.study.settings;
