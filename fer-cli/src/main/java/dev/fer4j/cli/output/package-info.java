/**
 * What commands print and write: progress bars, tables on the console, the folders of {@code fer
 * sample}.
 */
package dev.fer4j.cli.output;
