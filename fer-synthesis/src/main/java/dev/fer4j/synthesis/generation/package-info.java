/**
 * Image generation with a trained generator.
 *
 * <p>Takes seeds and styles; returns pictures. Part of fer-synthesis.
 */
package dev.fer4j.synthesis.generation;
