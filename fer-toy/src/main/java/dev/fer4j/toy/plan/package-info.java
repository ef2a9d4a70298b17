/**
 * The contents of a toy corpus: people, recordings, expressions over time, labels.
 *
 * <p>A scale and a seed enter, a plan leaves; nothing is drawn here.
 */
package dev.fer4j.toy.plan;
