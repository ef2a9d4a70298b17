package dev.fer4j.data.audit;

/**
 * An image that is flagged.
 *
 * @param sample its id
 * @param value of the measure that the flag is told by
 */
public record QualityExample(String sample, double value) {}
