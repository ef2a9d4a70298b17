/** Kills trainings and checks that they resume. */
package dev.fer4j.benchmarks.kills;
