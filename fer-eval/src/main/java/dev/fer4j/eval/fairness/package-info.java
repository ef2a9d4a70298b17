/**
 * How a model treats groups of people: rates by group, and the gaps between them.
 *
 * <p>{@code Predictions} and a threshold enter; a report for each column of groups leaves. It
 * depends on fer-core and {@code dev.fer4j.eval.metric} only.
 */
package dev.fer4j.eval.fairness;
