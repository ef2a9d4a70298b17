/**
 * The sorting and counting behind the curves. Scores enter, counts leave; only fer-eval may depend
 * on this package.
 */
package dev.fer4j.eval.metric.internal;
