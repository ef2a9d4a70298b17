/**
 * The reading of folders, questionnaires and index files.
 *
 * <p>Paths enter, rows leave. Only {@code dev.fer4j.data.source} may depend on this package.
 */
package dev.fer4j.data.source.internal;
