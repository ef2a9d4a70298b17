/**
 * Fuzzing of the parsers of files that others may have written.
 *
 * <p>Seeds enter; inputs that reach new code leave, and those that end in anything but the typed
 * error. Part of fer-benchmarks.
 */
package dev.fer4j.benchmarks.fuzz;
