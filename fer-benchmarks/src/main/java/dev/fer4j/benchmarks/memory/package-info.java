/** Measures resident memory during long runs. */
package dev.fer4j.benchmarks.memory;
