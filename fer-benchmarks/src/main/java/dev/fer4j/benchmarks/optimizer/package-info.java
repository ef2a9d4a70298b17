/** Compares Adam updates with those of DJL. */
package dev.fer4j.benchmarks.optimizer;
