/** Sorted scores, counts at thresholds and sums that metrics share; closed to other modules. */
package dev.fer4j.eval.internal;
