/**
 * Projection: the search for the styles with which a generator reproduces a picture.
 *
 * <p>Takes pictures; returns styles. Part of fer-synthesis.
 */
package dev.fer4j.synthesis.projection;
