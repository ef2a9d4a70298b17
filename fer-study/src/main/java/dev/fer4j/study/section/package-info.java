/**
 * What the report says of data, settings and pictures, which evaluation does not know.
 *
 * <p>Manifests, compositions and audits enter, sections and tables of {@code fer-eval}'s report
 * leave. May depend on settings and gather.
 */
package dev.fer4j.study.section;
