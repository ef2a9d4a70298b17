/**
 * Checks a GPU against the CPU and measures it.
 *
 * <p>Each {@code Stage} runs in a process of its own and reports {@code GpuFinding}s one by one, so
 * that a failure, a crash or a time limit ends a stage and not the benchmark.
 */
package dev.fer4j.benchmarks.gpu;
