/**
 * The methods paragraphs of a report, and the works that they cite.
 *
 * <p>BibTeX entries and sentences enter; paragraphs and exactly the cited entries leave. Report
 * sections and fer-study depend on this package.
 */
package dev.fer4j.eval.report.literature;
