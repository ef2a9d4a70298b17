/** The time until a short command of {@code fer} has ended, JVM startup included. */
package dev.fer4j.benchmarks.startup;
