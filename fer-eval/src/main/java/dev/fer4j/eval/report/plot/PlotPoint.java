package dev.fer4j.eval.report.plot;

/**
 * A point in a plot, in units of its axes.
 *
 * @param x to the right
 * @param y upwards; NaN interrupts a line
 */
public record PlotPoint(double x, double y) {}
