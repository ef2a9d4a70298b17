/**
 * Output of the commands: progress bars, tables on the console, the folders of {@code fer sample}.
 *
 * <p>Takes results of the library; writes text and files. The commands depend on this package.
 */
package dev.fer4j.cli.output;
