/**
 * Prediction against DJL's own predictor.
 *
 * <p>Options enter; a Markdown table leaves. Nobody depends on this package.
 */
package dev.fer4j.benchmarks.predict;
