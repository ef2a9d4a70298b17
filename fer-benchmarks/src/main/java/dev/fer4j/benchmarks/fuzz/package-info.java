/**
 * Fuzzing of the parsers of untrusted files.
 *
 * <p>From seed inputs, finds inputs that reach new code, and those that cause anything but the
 * documented exceptions. Part of fer-benchmarks.
 */
package dev.fer4j.benchmarks.fuzz;
