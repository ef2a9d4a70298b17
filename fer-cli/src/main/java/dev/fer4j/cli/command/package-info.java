/**
 * The commands, one class each. A command translates its options, calls the library once and prints
 * the result; it computes nothing itself.
 *
 * <p>Takes options; returns an exit status after writing files and text. Only {@code dev.fer4j.cli}
 * depends on this package.
 */
package dev.fer4j.cli.command;
