/**
 * The report of a study: its results, compared with the paper's.
 *
 * <p>A study's result and inference enter, and sections from other modules; a folder with one
 * self-contained HTML file, Markdown, JSON, CSV, PNG and SVG leaves. fer-study depends on this
 * package.
 */
package dev.fer4j.eval.report;
