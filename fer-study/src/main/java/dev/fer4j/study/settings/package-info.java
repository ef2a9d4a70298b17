/**
 * What is decided before a study begins: sources, settings, and who is told how it goes.
 *
 * <p>A user's values enter, and every setting by name leaves for plan, report and provenance. May
 * depend on fer-core, fer-data, fer-train and fer-eval; every other package of the study may depend
 * on it.
 */
package dev.fer4j.study.settings;
