/**
 * The command line {@code fer}, one subcommand for each job.
 *
 * <p>Arguments enter; files, text or one JSON document leave. No package depends on this one.
 */
package dev.fer4j.cli;
