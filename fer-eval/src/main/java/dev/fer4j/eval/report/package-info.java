/**
 * Tables, figures and the report: values that say what a study found, beside what the paper found.
 *
 * <p>A study's result and inference enter, and sections from whoever else has something to tell;
 * CSV, PNG, SVG and one self-contained HTML file leave. Figures are drawn with XChart. fer-examples
 * may depend on this package; nothing else of fer-eval may.
 */
package dev.fer4j.eval.report;
