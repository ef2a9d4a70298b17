/**
 * The file formats of the shared values: JSON, JSON lines and CSV, written whole or not at all.
 *
 * <p>Values of {@link dev.fer4j.core} enter, files leave, and the way back. Every module may depend
 * on this package.
 */
package dev.fer4j.core.io;
