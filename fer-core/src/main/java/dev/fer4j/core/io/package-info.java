/**
 * The file formats of the shared values: JSON, JSON lines and CSV, written atomically.
 *
 * <p>Values of {@link dev.fer4j.core} enter and files leave, or the reverse. Every module may
 * depend on this package.
 */
package dev.fer4j.core.io;
