/**
 * How folders, questionnaires and index files are read. Paths in, rows out; closed to everybody but
 * {@code dev.fer4j.data.source}.
 */
package dev.fer4j.data.source.internal;
