/**
 * What a report is made of: sections of blocks, tables and figures. Values only; whoever has
 * something to tell makes a {@code Section}.
 */
package dev.fer4j.eval.report.model;
