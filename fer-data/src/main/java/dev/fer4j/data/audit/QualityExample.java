package dev.fer4j.data.audit;

/**
 * A flagged image.
 *
 * @param sample the sample's id
 * @param value the value of the measure that determines the flag
 */
public record QualityExample(String sample, double value) {}
