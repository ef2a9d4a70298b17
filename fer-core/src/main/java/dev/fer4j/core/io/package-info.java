/**
 * The file formats of the shared values: JSON, JSON lines and CSV.
 *
 * <p>Converts values of {@link dev.fer4j.core} to files and back. Every module may depend on this
 * package.
 */
package dev.fer4j.core.io;
