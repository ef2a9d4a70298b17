/**
 * What the packages of this module share among themselves and do not promise to users: how a file
 * is named in problems, the exception that says why one cannot be read, samples as CSV, and work on
 * many items at once.
 *
 * <p>Only {@code dev.fer4j.data} and what lies below it may depend on this package.
 */
package dev.fer4j.data.internal;
