/**
 * A report as HTML, Markdown and JSON, and the folder that contains them.
 *
 * <p>Values of {@code dev.fer4j.eval.report.model} enter, files leave. Does not depend on studies.
 */
package dev.fer4j.eval.report.format;
