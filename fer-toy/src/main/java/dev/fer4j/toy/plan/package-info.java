/**
 * What a toy corpus is to hold: people, recordings, expressions over time, labels. A scale and a
 * seed in, a plan out; nothing is drawn here.
 */
package dev.fer4j.toy.plan;
