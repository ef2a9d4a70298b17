/** One class a command: options in, one call of the library, text out. Nothing is computed here. */
package dev.fer4j.cli.command;
