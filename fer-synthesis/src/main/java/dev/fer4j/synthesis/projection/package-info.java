/**
 * From a picture back to the styles that a generator makes it from.
 *
 * <p>Pictures enter, styles leave. Part of fer-synthesis.
 */
package dev.fer4j.synthesis.projection;
