/**
 * The command line {@code fer}, with one subcommand per task.
 *
 * <p>Takes arguments; writes files, text or one JSON document. No package depends on this one.
 */
package dev.fer4j.cli;
