/**
 * Sections of the report on data, settings and example images, which fer-eval alone cannot write.
 *
 * <p>Manifests, compositions and audits enter; sections and tables of fer-eval's report leave. May
 * depend on the settings and gather packages.
 */
package dev.fer4j.study.section;
