/**
 * Sections of the report on data, settings and example images, for which fer-eval lacks
 * information.
 *
 * <p>From manifests, compositions and audits, creates sections and tables of fer-eval's report. May
 * depend on the settings and gather packages.
 */
package dev.fer4j.study.section;
