/**
 * From a study's result to its comparisons: which condition is better, by how much, and how sure
 * that is, over participants, training seeds and rotations; and the paper's own analysis of
 * variance.
 */
package dev.fer4j.eval.comparison;
