/** Compares prediction with DJL's predictor. */
package dev.fer4j.benchmarks.predict;
