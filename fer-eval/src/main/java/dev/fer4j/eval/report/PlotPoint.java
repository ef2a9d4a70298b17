package dev.fer4j.eval.report;

/**
 * A point of a drawn line.
 *
 * @param x in units of its axis
 * @param y in units of its axis; NaN where the line is interrupted
 */
record PlotPoint(double x, double y) {}
