/**
 * All metrics of a set of cases at once, for one evaluation unit.
 *
 * <p>{@code Predictions} and a threshold enter; {@link dev.fer4j.eval.unit.UnitMetrics} leaves,
 * also as JSON. Depends on {@code dev.fer4j.eval.metric} and {@code dev.fer4j.eval.calibration}.
 */
package dev.fer4j.eval.unit;
