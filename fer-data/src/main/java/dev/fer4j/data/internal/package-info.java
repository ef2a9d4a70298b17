/**
 * Code shared by the packages of this module: the naming of files in problems, the exception for
 * unreadable files, samples as CSV, and parallel work on many items.
 *
 * <p>Only {@code dev.fer4j.data} and the packages below it may depend on this package.
 */
package dev.fer4j.data.internal;
