/**
 * Files and folders: atomic writing, output folders and their lock, what may be deleted or
 * replaced, digests, and failures of file systems in words.
 *
 * <p>Every module may depend on this package; it depends on the values of {@code dev.fer4j.core}.
 */
package dev.fer4j.core.file;
