/**
 * The contents of a toy corpus: people, recordings, expressions over time, labels.
 *
 * <p>Takes a scale and a seed; returns a plan. Nothing is drawn here.
 */
package dev.fer4j.toy.plan;
