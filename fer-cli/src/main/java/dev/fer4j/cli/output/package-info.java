/**
 * What commands print and write: progress bars, tables on the console, the folders of {@code fer
 * sample}.
 *
 * <p>Results of the library enter; text and files leave. The commands depend on this package.
 */
package dev.fer4j.cli.output;
