/**
 * A report as HTML, Markdown and JSON, and the folder that holds all of it. Reads {@code
 * report.model} and nothing of a study.
 */
package dev.fer4j.eval.report.format;
