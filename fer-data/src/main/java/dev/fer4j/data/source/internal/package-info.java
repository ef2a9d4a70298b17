/**
 * The reading of folders, questionnaires and index files.
 *
 * <p>Paths in, rows out. Only {@code dev.fer4j.data.source} may depend on this package.
 */
package dev.fer4j.data.source.internal;
