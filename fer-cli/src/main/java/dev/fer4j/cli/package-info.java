/**
 * The command line: one subcommand a job, each a short class that shows the API.
 *
 * <p>Arguments enter; files, text or one JSON document leave. Nothing may depend on this package.
 */
package dev.fer4j.cli;
