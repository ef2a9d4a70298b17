/**
 * Image generation by a trained generator.
 *
 * <p>Seeds and styles enter, pictures leave. Part of fer-synthesis.
 */
package dev.fer4j.synthesis.generation;
