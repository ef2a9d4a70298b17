package dev.fer4j.data.audit;

/**
 * An image that is flagged.
 *
 * @param sample its id
 * @param value of the measure that determines the flag
 */
public record QualityExample(String sample, double value) {}
