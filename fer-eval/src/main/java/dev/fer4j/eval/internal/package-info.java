/**
 * Sorted scores, counts at thresholds and compensated sums that metrics share.
 *
 * <p>Arrays enter and leave. Only fer-eval may depend on this package.
 */
package dev.fer4j.eval.internal;
