/**
 * Tables, figures and the report: values that say what a study found, beside what the paper found.
 *
 * <p>A study's result and inference enter, and sections from whoever else has something to tell; a
 * folder with one self-contained HTML file, Markdown, JSON, CSV, PNG and SVG leaves. fer-study may
 * depend on this package; nothing else of fer-eval may.
 */
package dev.fer4j.eval.report;
